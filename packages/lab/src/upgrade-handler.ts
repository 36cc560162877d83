import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { TLSSocket } from "node:tls";
import { Admission } from "./admission.ts";
import type { Clock } from "./clock.ts";
import { Connection } from "./connection.ts";
import { IMPLEMENTATIONS } from "./implementations.ts";
import type { LabLimits } from "./lab-options.ts";
import type { OpenSockets } from "./open-sockets.ts";
import { checkHandshake } from "./opening-handshake.ts";
import type { RecordStore } from "./record-store.ts";
import { REFUSAL, type Refusal } from "./refusal.ts";
import { refuseUpgrade } from "./refuse-upgrade.ts";
import { fromRequestTarget, type Target } from "./request-target.ts";
import { WireLog } from "./wire-log.ts";
import { createWebSocketServer } from "./ws-server.ts";

/** What the handler shares with the rest of the lab. */
export interface UpgradeParts {
  limits: LabLimits;
  clock: Clock;
  records: RecordStore;
  sockets: OpenSockets;
}

/** Turns requests for an upgrade into connections, or refuses them. */
export class UpgradeHandler {
  readonly #parts: UpgradeParts;
  readonly #admission: Admission;
  readonly #webSocketServer;
  #stopping = false;

  constructor(parts: UpgradeParts) {
    this.#parts = parts;
    this.#admission = new Admission(parts.limits);
    this.#webSocketServer = createWebSocketServer(parts.limits);
  }

  /** Takes over the socket. */
  handle(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const target = this.#checkRequest(request);
    if ("refusal" in target) this.#refuse(socket, target.refusal);
    else if (!isPlainTcp(socket)) this.#refuse(socket, REFUSAL.transportUnsupported());
    else if (socket.remoteAddress === undefined)
      socket.destroy(); // the client has gone already
    else this.#admit(request, socket, head, target.value);
  }

  /** From now on everything is refused. */
  stop(): void {
    this.#stopping = true;
  }

  #checkRequest(request: IncomingMessage): { value: Target } | { refusal: Refusal } {
    if (this.#stopping) return { refusal: REFUSAL.stopping() };
    const target = fromRequestTarget(request.url ?? "");
    if ("refusal" in target) return target;
    const id = target.value.connection;
    const isTaken = id !== null && this.#parts.records.get(id) !== undefined;
    const refusal = checkHandshake(request) ?? (isTaken ? REFUSAL.connectionInUse(id) : null);
    return refusal === null ? target : { refusal };
  }

  #admit(request: IncomingMessage, socket: Socket, head: Buffer, target: Target): void {
    const address = socket.remoteAddress ?? "";
    const refusal = this.#admission.enter(address);
    if (refusal !== null) {
      this.#refuse(socket, refusal);
      return;
    }
    socket.once("close", () => this.#admission.leave(address));
    this.#open(request, socket, head, target);
  }

  #refuse(socket: Duplex, refusal: Refusal): void {
    this.#parts.sockets.add(socket, () => socket.destroy());
    refuseUpgrade(socket, refusal, this.#parts.limits.handshakeMs);
  }

  #open(request: IncomingMessage, socket: Socket, head: Buffer, target: Target): void {
    const { limits, clock, records, sockets } = this.#parts;
    const id = target.connection ?? randomBytes(16).toString("base64url");
    const log = new WireLog({ id, ending: target.ending }, clock, limits.maxEvents);
    const webSocketServer = this.#webSocketServer;
    const connection = new Connection({ request, socket, head, target, log, limits, webSocketServer });
    records.add(log.record);
    socket.once("close", () => records.end(log.record));
    sockets.add(socket, () => connection.reset());
    IMPLEMENTATIONS[target.ending](connection);
  }
}

/** Node resets TCP connections only: not TLS, and not a stream of somebody's own. */
function isPlainTcp(socket: Duplex): socket is Socket {
  return socket instanceof Socket && !(socket instanceof TLSSocket);
}
