import type { IncomingMessage, RequestListener, Server } from "node:http";
import { type AddressInfo, createServer, type Server as TcpServer } from "node:net";
import type { Duplex } from "node:stream";
import { ENDINGS } from "@wasclean/data/load";
import type { Ending } from "@wasclean/schema";
import { type EndingId, isEndingId } from "../endings/ending-ids.ts";
import type { LabLimits } from "../limits.ts";
import { JSON_HEADERS } from "../responses/http-response.ts";
import { REFUSAL, type Refusal, toRefusalBody } from "../responses/refusal.ts";
import { createLimitedServer } from "./limited-server.ts";

/** The port of each ending that has one to itself, and a port at which nothing listens for the ending that wants that. */
export type Ports = Readonly<Record<string, number>>;

/** What ports of their own share with the rest of the lab. */
export interface OwnPortsParts {
  limits: LabLimits;
  /** The first of consecutive ports; `null` for any that are free. */
  firstPort: number | null;
  /** Takes over the socket of an upgrade at the port of `ending`. */
  onUpgrade(ending: EndingId, request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

/** Handshakes of TCP that may wait to be accepted; the kernel takes less where net.core.somaxconn is below. */
const BACKLOG = 4_096;

const idsOf = (place: Ending["connectsTo"]) =>
  ENDINGS.filter(({ connectsTo }) => connectsTo === place).map(({ id }) => id);

const OWN = idsOf("own-port").filter(isEndingId);
const CLOSED = idsOf("closed-port");

/**
 * Ports of their own for the endings that never answer a handshake: browsers let further connections to the same host
 * and port wait behind it (https://www.rfc-editor.org/rfc/rfc6455#section-4.1, step 2).
 */
export class OwnPorts {
  readonly #parts: OwnPortsParts;
  readonly #servers: Server[] = [];
  #numbers: Ports = {};
  #opening: Promise<Ports> | null = null;
  #isClosed = false;

  constructor(parts: OwnPortsParts) {
    this.#parts = parts;
  }

  /** The ports; none before they are open. */
  get numbers(): Ports {
    return this.#numbers;
  }

  /** Why an ending cannot be had at the port of the ending `at`, or, where that is `null`, at the lab's main one. */
  check(ending: EndingId, at: EndingId | null): Refusal | null {
    if (at !== null) return ending === at ? null : REFUSAL.portOfAnother(at);
    return OWN.includes(ending) ? REFUSAL.portElsewhere(ending, this.#numbers[ending] ?? null) : null;
  }

  /** Opens the ports, any that are free; none where they are closed already. Rejects where that is not possible. */
  async open(host: string): Promise<Ports> {
    if (this.#opening !== null) throw new Error("The lab's own ports are open already; open them once");
    if (this.#isClosed) return {};
    this.#opening = this.#open(host);
    try {
      return await this.#opening;
    } catch (error) {
      this.#opening = null;
      throw error;
    }
  }

  /** Gives the ports up; fulfilled once all their connections are over, of which those without an upgrade are ended. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#opening?.catch(() => {});
    await this.#closeServers();
  }

  async #open(host: string): Promise<Ports> {
    const numbers: Record<string, number> = {};
    const first = this.#parts.firstPort;
    try {
      for (const [index, id] of OWN.entries())
        numbers[id] = await this.#serve(id, host, first === null ? 0 : first + index);
      // Last, so that none of the others gets it.
      for (const [index, id] of CLOSED.entries())
        numbers[id] = await findClosedPort(host, first === null ? 0 : first + OWN.length + index);
    } catch (error) {
      await this.#closeServers();
      throw error;
    }
    if (!this.#isClosed) this.#numbers = numbers;
    return this.#numbers;
  }

  async #serve(ending: EndingId, host: string, wanted: number): Promise<number> {
    const server = createLimitedServer(this.#parts.limits, refuseRequests(ending));
    server.on("upgrade", (request, socket, head) => this.#parts.onUpgrade(ending, request, socket, head));
    const port = await listen(server, wanted, host);
    this.#servers.push(server);
    return port;
  }

  async #closeServers(): Promise<void> {
    this.#numbers = {};
    const closed = this.#servers.splice(0).map((server) => {
      const done = close(server);
      server.closeAllConnections();
      return done;
    });
    await Promise.all(closed);
  }
}

/** Listens; fulfilled with the port. Rejects where it cannot be had. */
export function listen(server: TcpServer, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host, backlog: BACKLOG }, () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

const close = (server: TcpServer) => new Promise<void>((resolve) => server.close(() => resolve()));

/** A port that was free a moment ago. Nothing holds it: of tens of thousands it is unlikely to be somebody's soon. */
async function findClosedPort(host: string, wanted: number): Promise<number> {
  const server = createServer();
  const port = await listen(server, wanted, host);
  await close(server);
  return port;
}

function refuseRequests(ending: EndingId): RequestListener {
  return ({ url = "" }, response) => {
    const isEnding = url.split("?", 1)[0] === `/lab/${ending}`;
    const { status, headers, ...refusal } = isEnding ? REFUSAL.upgradeNeeded() : REFUSAL.portOfAnother(ending);
    const body = toRefusalBody({ status, ...refusal });
    const length = Buffer.byteLength(body);
    const own = { Connection: "close", "Content-Length": length };
    response.writeHead(status, { ...JSON_HEADERS, ...headers, ...own }).end(body);
  };
}
