import type { Duplex } from "node:stream";
import { encodeRefusal } from "../responses/http-response.ts";
import type { Refusal } from "../responses/refusal.ts";

/** Answers an upgrade with a refusal and ends the connection; a client that stays longer than `lingerMs` is cut off. */
export function refuseUpgrade(socket: Duplex, refusal: Refusal, lingerMs: number): void {
  const timer = setTimeout(() => socket.destroy(), lingerMs);
  socket.on("error", () => {}); // a client that has gone already: "close" follows
  socket.on("close", () => clearTimeout(timer));
  socket.resume(); // so that the client's FIN is seen, and unread bytes do not turn ours into an RST
  socket.end(encodeRefusal(refusal));
}
