import { WebSocketServer } from "ws";

const server = new WebSocketServer({
  host: "127.0.0.1",
  port: Number(process.env.PORT ?? 8080),
  maxPayload: 64 * 1024, // a longer message ends the connection with 1009
});

server.on("connection", (socket) => {
  // Without a listener, a client that breaks the protocol would end the process.
  socket.on("error", (error) => console.error(error.message));
  socket.on("close", (code, reason) => console.log("closed", code, String(reason)));
  socket.on("message", (data, isBinary) => {
    if (isBinary) socket.close(1003, "text only");
    else if (String(data) === "bye") socket.close(1000, "bye");
    else socket.send(data, { binary: false });
  });
});

process.once("SIGTERM", () => {
  server.close(); // takes no new connections
  for (const socket of server.clients) socket.close(1001, "restarting");
  // A client that does not answer gets 5 seconds, then its TCP connection is cut.
  setTimeout(() => {
    for (const socket of server.clients) socket.terminate();
  }, 5000).unref();
});
