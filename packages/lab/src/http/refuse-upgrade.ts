import type { Duplex } from "node:stream";
import { encodeRefusal } from "../responses/http-response.ts";
import type { Refusal } from "../responses/refusal.ts";

/** Answers an upgrade with a refusal and ends the connection, by force after `lingerMs`. */
export function refuseUpgrade(socket: Duplex, refusal: Refusal, lingerMs: number): void {
  const timer = setTimeout(() => socket.destroy(), lingerMs);
  socket.on("error", () => {}); // the client has already gone: "close" follows
  socket.on("close", () => clearTimeout(timer));
  socket.resume(); // to see the client's FIN, and because unread bytes would turn our FIN into an RST
  socket.end(encodeRefusal(refusal));
}
