import { WebSocketServer } from "ws";

const EVERY = Number(process.env.PING_EVERY ?? 20_000); // well below the shortest time-out on the way

const server = new WebSocketServer({ host: "127.0.0.1", port: Number(process.env.PORT ?? 8080) });

server.on("connection", (socket) => {
  let hasAnswered = true;
  socket.on("pong", () => {
    hasAnswered = true;
  });
  const timer = setInterval(() => {
    // Nothing came back since the last ping: the client is gone, and no Close frame would reach it.
    if (!hasAnswered) return socket.terminate();
    hasAnswered = false;
    socket.ping();
  }, EVERY);
  socket.on("close", () => clearInterval(timer));
  socket.on("error", console.error);
});
