import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { fromLabOptions, type LabOptions } from "./lab-options.ts";
import { OpenSockets } from "./open-sockets.ts";
import { RecordStore } from "./record-store.ts";
import { createRequestHandler } from "./request-handler.ts";
import { UpgradeHandler } from "./upgrade-handler.ts";

const CLOSING_GRACE_MS = 300;

/** A lab, to be mounted in a server of node:http. */
export interface Lab {
  /** Answers a request; for a path that the lab does not own with 404. */
  handleRequest(request: IncomingMessage, response: ServerResponse): void;
  /** Takes over the socket of an upgrade; for a path that the lab does not own it refuses with 404. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Whether a path, with or without a query string, is the lab's: whether it begins with `/lab/`. */
  owns(path: string): boolean;
  /** Ends all connections, by RST those still open after 300 ms, and refuses new ones; fulfilled once all are closed. */
  close(): Promise<void>;
}

/**
 * Creates a lab: `server.on("request", lab.handleRequest)` and `server.on("upgrade", lab.handleUpgrade)` mount it.
 * @throws {RangeError} for a limit that makes no sense.
 */
export function createLab(options: LabOptions = {}): Lab {
  const { limits, clock } = fromLabOptions(options);
  const records = new RecordStore({ ...limits, monotonic: () => clock.monotonic() });
  const sockets = new OpenSockets();
  const upgrades = new UpgradeHandler({ limits, clock, records, sockets });
  return {
    handleRequest: createRequestHandler(records),
    handleUpgrade: (request, socket, head) => upgrades.handle(request, socket, head),
    owns: (path) => path.startsWith("/lab/"),
    close: () => {
      upgrades.stop();
      return sockets.close(CLOSING_GRACE_MS);
    },
  };
}
