import { createServer, type RequestListener, type Server } from "node:http";
import { Socket } from "node:net";
import type { LabLimits } from "../limits.ts";
import { encodeRefusal } from "../responses/http-response.ts";
import { REFUSAL } from "../responses/refusal.ts";

/** Creates a node:http server that limits the number of connections and the time of a request. */
export function createLimitedServer(limits: Readonly<LabLimits>, handleRequest: RequestListener): Server {
  const times = { headersTimeout: limits.handshakeMs, requestTimeout: 2 * limits.handshakeMs };
  const server = createServer({ ...times, connectionsCheckingInterval: 1_000 }, handleRequest);
  server.maxConnections = 2 * limits.maxConnections + limits.maxStreams; // idle HTTP connections count too
  server.on("clientError", (_, socket) => {
    // Browsers connect ahead of time, and would take an error response for the answer to their first request.
    const isSilent = socket instanceof Socket && socket.bytesRead === 0;
    if (socket.writable && !isSilent) socket.end(encodeRefusal(REFUSAL.requestBad()), () => socket.destroy());
    else socket.destroy();
  });
  return server;
}
