import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { checkHost } from "./http/check-host.ts";
import { guardRequests, guardUpgrades } from "./http/last-resort.ts";
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

/** A lab to mount in a node:http server. */
export interface Lab {
  /** The limits, with the defaults filled in. */
  readonly limits: Readonly<LabLimits>;
  /** The own ports by ending; empty until `openPorts` resolves. */
  readonly ports: Ports;
  /** Answers a request, with 404 if the lab does not own the path. */
  handleRequest(request: IncomingMessage, response: ServerResponse): void;
  /** Takes over the socket of an upgrade; refuses with 404 if the lab does not own the path. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Whether a request's Host is one of `hosts`; if not, answers it with a refusal. `handleRequest` checks by itself. */
  checkHost(request: IncomingMessage, response: ServerResponse): boolean;
  /** Whether a path, with or without a query string, is the lab's: it begins with `/lab/` or is a handler's. */
  owns(path: string): boolean;
  /**
   * Opens a port on `host` for each ending that needs its own, and picks one at which nothing listens; resolves with
   * the ports by ending. Call it once; until then these endings are refused. Rejects if a port cannot be opened.
   */
  openPorts(host: string): Promise<Ports>;
  /**
   * Ends all connections, by RST after 300 ms, and all streams, closes the own ports, and refuses new connections;
   * resolves once all are closed and their records are written.
   */
  close(): Promise<void>;
}

/**
 * Creates a lab: `server.on("request", lab.handleRequest)` and `server.on("upgrade", lab.handleUpgrade)` mount it.
 * @throws {RangeError} for an invalid limit or origin.
 */
export function createLab(options: LabOptions = {}): Lab {
  const {
    limits,
    clock,
    hosts,
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
    hosts,
    onUpgrade: (ending, request, socket, head) => upgrades.handle(request, socket, head, ending),
  });
  const upgrades = new UpgradeHandler({ limits, clock, records, hosts, origins, sockets, ports, webPlatformTests });
  return {
    limits,
    get ports() {
      return ports.numbers;
    },
    handleRequest: guardRequests(createRequestHandler({ records, streams, hosts, origins, ports })),
    handleUpgrade: guardUpgrades((request, socket, head) => upgrades.handle(request, socket, head)),
    checkHost: (request, response) => checkHost(hosts, request, response),
    owns: (path) => path.startsWith("/lab/") || (webPlatformTests && toHandlerPath(path) !== null),
    openPorts: (host) => ports.open(host),
    async close() {
      upgrades.stop();
      streams.stop();
      const portsClosed = ports.close();
      await sockets.close(CLOSING_GRACE_MS);
      await portsClosed;
      streams.close(); // after the connections, so that streams show how they ended
      await records.close();
    },
  };
}
