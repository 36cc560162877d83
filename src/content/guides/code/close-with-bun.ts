import type { ServerWebSocket } from "bun";

const sockets = new Set<ServerWebSocket>();

const server = Bun.serve({
  hostname: "127.0.0.1",
  port: Number(process.env.PORT ?? 8080),
  fetch(request, server) {
    if (!server.upgrade(request)) return new Response("WebSocket only", { status: 426 });
  },
  websocket: {
    maxPayloadLength: 64 * 1024, // a longer message ends the connection with 1009
    open(socket) {
      sockets.add(socket);
    },
    message(socket, data) {
      if (typeof data !== "string") socket.close(1003, "text only");
      else if (data === "bye") socket.close(1000, "bye");
      else socket.send(data);
    },
    close(socket, code, reason) {
      sockets.delete(socket);
      console.log("closed", code, reason);
    },
  },
});

process.once("SIGTERM", async () => {
  for (const socket of sockets) socket.close(1001, "restarting");
  await server.stop();
  process.exit();
});
