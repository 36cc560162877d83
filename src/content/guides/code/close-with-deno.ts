const sockets = new Set<WebSocket>();
let isStopping = false;

const server = Deno.serve({ hostname: "127.0.0.1", port: Number(Deno.env.get("PORT") ?? 8080) }, (request) => {
  if (request.headers.get("upgrade") !== "websocket") return new Response("WebSocket only", { status: 426 });
  if (isStopping) return new Response("restarting", { status: 503 });
  const { socket, response } = Deno.upgradeWebSocket(request);
  socket.onopen = () => sockets.add(socket);
  socket.onclose = ({ code, reason }) => {
    sockets.delete(socket);
    console.log("closed", code, reason);
    if (isStopping && sockets.size === 0) Deno.exit();
  };
  socket.onmessage = ({ data }) => {
    if (typeof data !== "string") socket.close(1003, "text only");
    else if (data === "bye") socket.close(1000, "bye");
    else if (data.length > 64 * 1024) socket.close(1009, "at most 64 KiB");
    else socket.send(data);
  };
  return response;
});

Deno.addSignalListener("SIGTERM", () => {
  isStopping = true;
  if (sockets.size === 0) Deno.exit();
  for (const socket of sockets) socket.close(1001, "restarting");
  // After 5 seconds, shutdown() closes with 1001 and a reason of its own; called at once, it would overtake ours.
  setTimeout(() => server.shutdown().then(() => Deno.exit()), 5000);
});
