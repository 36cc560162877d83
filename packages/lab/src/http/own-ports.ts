import type { IncomingMessage, RequestListener, Server } from "node:http";
import { type AddressInfo, createServer, type Server as TcpServer } from "node:net";
import type { Duplex } from "node:stream";
import { ENDINGS } from "@wasclean/data/load";
import type { Ending } from "@wasclean/schema";
import { type EndingId, isEndingId } from "../endings/ending-ids.ts";
import type { LabLimits } from "../limits.ts";
import { answerRefusal } from "../responses/http-response.ts";
import { REFUSAL, type Refusal } from "../responses/refusal.ts";
import { checkHost } from "./check-host.ts";
import type { Hosts } from "./hosts.ts";
import { createLimitedServer } from "./limited-server.ts";

/** Port numbers by ending: the endings with a port of their own, and the one that needs a port at which nothing listens. */
export type Ports = Readonly<Record<string, number>>;

/** The parts of the lab that the own ports share. */
export interface OwnPortsParts {
  limits: LabLimits;
  /** The first of consecutive ports; `null` for any free ports. */
  firstPort: number | null;
  hosts: Hosts;
  /** Takes over the socket of an upgrade at the own port of `ending`. */
  onUpgrade(ending: EndingId, request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

/** TCP connections that may wait to be accepted; the kernel caps this at net.core.somaxconn. */
const BACKLOG = 4_096;

const idsOf = (place: Ending["connectsTo"]) =>
  ENDINGS.filter(({ connectsTo }) => connectsTo === place).map(({ id }) => id);

const OWN = idsOf("own-port").filter(isEndingId);
const CLOSED = idsOf("closed-port");

/**
 * Own ports for the endings that never answer a handshake: browsers queue further connections to the same host and port
 * behind it (https://www.rfc-editor.org/rfc/rfc6455#section-4.1, step 2).
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

  /** The ports; empty until they are open. */
  get numbers(): Ports {
    return this.#numbers;
  }

  /** The refusal of an ending at the own port of the ending `at`, or at the main port if `at` is `null`; `null` if it belongs there. */
  check(ending: EndingId, at: EndingId | null): Refusal | null {
    if (at !== null) return ending === at ? null : REFUSAL.portOfAnother(at);
    return OWN.includes(ending) ? REFUSAL.portElsewhere(ending, this.#numbers[ending] ?? null) : null;
  }

  /** Opens the ports; opens none if already closed. Rejects if that fails. */
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

  /** Closes the ports and their connections without an upgrade; resolves once all connections are over. */
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
      // Last, so that no own port is given the same number.
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
    const server = createLimitedServer(
      this.#parts.limits,
      refuseRequests(ending, this.#parts.hosts),
      (request, socket, head) => this.#parts.onUpgrade(ending, request, socket, head),
    );
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

/** Listens; resolves with the port number. Rejects if the port cannot be opened. */
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

/** A port that was free a moment ago. Nothing holds it, but among tens of thousands it is unlikely to be taken soon. */
async function findClosedPort(host: string, wanted: number): Promise<number> {
  const server = createServer();
  const port = await listen(server, wanted, host);
  await close(server);
  return port;
}

function refuseRequests(ending: EndingId, hosts: Hosts): RequestListener {
  return (request, response) => {
    if (!checkHost(hosts, request, response)) return;
    const isEnding = request.url?.split("?", 1)[0] === `/lab/${ending}`;
    answerRefusal(response, isEnding ? REFUSAL.upgradeNeeded() : REFUSAL.portOfAnother(ending));
  };
}
