import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { OpenSockets } from "./http/open-sockets.ts";
import { OwnPorts, type Ports } from "./http/own-ports.ts";
import { createRequestHandler } from "./http/request-handler.ts";
import { UpgradeHandler } from "./http/upgrade-handler.ts";
import { fromLabOptions, type LabOptions } from "./lab-options.ts";
import type { LabLimits } from "./limits.ts";
import { LiveRecords } from "./records/live-records.ts";
import { RecordStore } from "./records/record-store.ts";
import { RecordStreams } from "./records/record-streams.ts";
import { toHandlerPath } from "./web-platform-tests/handler-paths.ts";

const CLOSING_GRACE_MS = 300;

/** A lab, to be mounted in a server of node:http. */
export interface Lab {
  /** What it was created with, defaults filled in. */
  readonly limits: Readonly<LabLimits>;
  /** The own ports, by ending; none before `openPorts` is fulfilled. */
  readonly ports: Ports;
  /** Answers a request; for a path that the lab does not own with 404. */
  handleRequest(request: IncomingMessage, response: ServerResponse): void;
  /** Takes over the socket of an upgrade; for a path that the lab does not own it refuses with 404. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Whether a path, with or without a query string, is the lab's: whether it begins with `/lab/`, or is a handler's. */
  owns(path: string): boolean;
  /**
   * Opens a port on `host` for each ending that needs one to itself, and chooses one at which nothing listens;
   * fulfilled with them by ending. To be called once; without it these endings are refused. Rejects where that fails.
   */
  openPorts(host: string): Promise<Ports>;
  /**
   * Ends all connections, by RST those still open after 300 ms, and all streams, gives its own ports up, and refuses
   * new ones; fulfilled once all are closed and their records written.
   */
  close(): Promise<void>;
}

/**
 * Creates a lab: `server.on("request", lab.handleRequest)` and `server.on("upgrade", lab.handleUpgrade)` mount it.
 * @throws {RangeError} for a limit or an origin that makes no sense.
 */
export function createLab(options: LabOptions = {}): Lab {
  const {
    limits,
    clock,
    origins,
    records: store,
    ownPorts,
    onConnectionEnd,
    webPlatformTests,
  } = fromLabOptions(options);
  const ownStore = () => new RecordStore({ ...limits, monotonic: () => clock.monotonic() });
  const records = new LiveRecords(store ?? ownStore(), onConnectionEnd);
  const streams = new RecordStreams(records, limits);
  const sockets = new OpenSockets();
  const ports = new OwnPorts({
    limits,
    firstPort: ownPorts,
    onUpgrade: (ending, request, socket, head) => upgrades.handle(request, socket, head, ending),
  });
  const upgrades = new UpgradeHandler({ limits, clock, records, origins, sockets, ports, webPlatformTests });
  return {
    limits,
    get ports() {
      return ports.numbers;
    },
    handleRequest: createRequestHandler({ records, streams, origins, ports }),
    handleUpgrade: (request, socket, head) => upgrades.handle(request, socket, head),
    owns: (path) => path.startsWith("/lab/") || (webPlatformTests && toHandlerPath(path) !== null),
    openPorts: (host) => ports.open(host),
    async close() {
      upgrades.stop();
      streams.stop();
      const portsClosed = ports.close();
      await sockets.close(CLOSING_GRACE_MS);
      await portsClosed;
      streams.close(); // after the connections, so that who watches one sees how it ended
      await records.close();
    },
  };
}
