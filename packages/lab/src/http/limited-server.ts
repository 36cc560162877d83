import { createServer, type RequestListener, type Server } from "node:http";
import { Socket } from "node:net";
import type { LabLimits } from "../limits.ts";
import { answerRefusal, encodeRefusal } from "../responses/http-response.ts";
import { REFUSAL } from "../responses/refusal.ts";
import { guardRequests, guardUpgrades, type UpgradeListener } from "./last-resort.ts";

const REPORT_MS = 10_000;

/** Creates a node:http server that limits the number of connections and the time of a request. */
export function createLimitedServer(
  limits: Readonly<LabLimits>,
  handleRequest: RequestListener,
  handleUpgrade: UpgradeListener,
): Server {
  const times = { headersTimeout: limits.handshakeMs, requestTimeout: 2 * limits.handshakeMs };
  const server = createServer(
    // The handlers check Host, so that this refusal looks like all others.
    { ...times, connectionsCheckingInterval: 1_000, requireHostHeader: false },
    guardRequests(handleRequest),
  );
  server.on("upgrade", guardUpgrades(handleUpgrade));
  server.maxConnections = 2 * limits.maxConnections + limits.maxStreams; // idle HTTP connections count too
  server.on("clientError", (_, socket) => {
    // Browsers connect ahead of time, and would take an error response for the answer to their first request.
    const isSilent = socket instanceof Socket && socket.bytesRead === 0;
    if (socket.writable && !isSilent) socket.end(encodeRefusal(REFUSAL.requestBad()), () => socket.destroy());
    else socket.destroy();
  });
  server.on("checkExpectation", (_, response) => answerRefusal(response, REFUSAL.expectationUnknown()));
  server.on("error", createAcceptReport());
  return server;
}

/** Reports at most every ten seconds that connections cannot be accepted: out of file descriptors, for example. */
function createAcceptReport(): (error: NodeJS.ErrnoException) => void {
  let last = -Infinity;
  return ({ syscall, message }) => {
    if (syscall !== "accept" || performance.now() - last < REPORT_MS) return; // an error of listen() rejects its promise
    last = performance.now();
    console.error(`wasclean: a connection could not be accepted: ${message}`);
  };
}
