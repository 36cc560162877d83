import type { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { TLSSocket } from "node:tls";
import type { ConnectionRecord } from "@wasclean/schema";
import type { EndingId } from "../endings/ending-ids.ts";
import { IMPLEMENTATIONS } from "../endings/implementations.ts";
import type { LabLimits } from "../limits.ts";
import { randomId } from "../records/connection-id.ts";
import type { LiveRecords } from "../records/live-records.ts";
import { REFUSAL, type Refusal } from "../responses/refusal.ts";
import { HandlerConnection } from "../web-platform-tests/handler-connection.ts";
import { type HandlerPath, toHandlerPath } from "../web-platform-tests/handler-paths.ts";
import { HANDLERS } from "../web-platform-tests/handlers.ts";
import { runHandler } from "../web-platform-tests/run-handler.ts";
import type { Clock } from "../wire/clock.ts";
import { Connection } from "../wire/connection.ts";
import { WireLog } from "../wire/wire-log.ts";
import { WsAcceptor } from "../wire/ws-acceptor.ts";
import { Admission } from "./admission.ts";
import { checkHandshake } from "./check-handshake.ts";
import type { Hosts } from "./hosts.ts";
import type { OpenSockets } from "./open-sockets.ts";
import type { Origins } from "./origins.ts";
import type { OwnPorts } from "./own-ports.ts";
import { refuseUpgrade } from "./refuse-upgrade.ts";
import { fromRequestTarget, type Target } from "./request-target.ts";

/** The parts of the lab that the upgrade handler shares. */
export interface UpgradeParts {
  limits: LabLimits;
  clock: Clock;
  records: LiveRecords;
  hosts: Hosts;
  origins: Origins;
  sockets: OpenSockets;
  ports: OwnPorts;
  webPlatformTests: boolean;
}

/** Turns upgrade requests into connections, or refuses them. */
export class UpgradeHandler {
  readonly #parts: UpgradeParts;
  readonly #admission: Admission;
  readonly #acceptor: WsAcceptor;
  // One listener of each kind for all connections.
  readonly #onChange = (record: ConnectionRecord) => this.#parts.records.changed(record);
  readonly #onClose = (record: ConnectionRecord) => this.#parts.records.end(record);
  #stopping = false;

  constructor(parts: UpgradeParts) {
    this.#parts = parts;
    this.#admission = new Admission(parts.limits);
    this.#acceptor = new WsAcceptor(parts.limits);
  }

  /** Takes over the socket; `at` is the ending whose own port it arrived at. */
  handle(request: IncomingMessage, socket: Duplex, head: Buffer, at: EndingId | null = null): void {
    const handler = this.#parts.webPlatformTests && at === null ? toHandlerPath(request.url ?? "") : null;
    if (handler !== null) {
      this.#handleTest(handler, request, socket, head);
      return;
    }
    const target = this.#checkRequest(request, at);
    if ("refusal" in target) this.#refuse(socket, target.refusal);
    else if (!isPlainTcp(socket)) this.#refuse(socket, REFUSAL.transportUnsupported());
    else if (socket.destroyed) return;
    else this.#admit(request, socket, head, target.value);
  }

  /** Refuses all later requests. */
  stop(): void {
    this.#stopping = true;
  }

  #checkRequest(request: IncomingMessage, at: EndingId | null): { value: Target } | { refusal: Refusal } {
    if (this.#stopping) return { refusal: REFUSAL.stopping() };
    const misdirected = this.#parts.hosts.check(request);
    if (misdirected !== null) return { refusal: misdirected };
    const target = fromRequestTarget(request.url ?? "");
    if ("refusal" in target) return target;
    const { ports, origins } = this.#parts;
    const refusal =
      ports.check(target.value.ending, at) ?? checkHandshake(request) ?? origins.check(request.headers.origin);
    return refusal === null ? target : { refusal };
  }

  #admit(request: IncomingMessage, socket: Socket, head: Buffer, target: Target): void {
    this.#enter(socket, () => this.#reserve(socket, target, (log) => this.#open(request, socket, head, target, log)));
  }

  #enter(socket: Socket, then: () => void): void {
    const refusal = this.#admission.enter(socket);
    if (refusal !== null) {
      this.#refuse(socket, refusal);
      return;
    }
    socket.on("close", () => this.#admission.leave(socket));
    then();
  }

  /** Reserves the connection's id; waits only for an id that the client chose and other labs may have taken. */
  #reserve(socket: Socket, target: Target, then: (log: WireLog) => void): void {
    const { limits, clock, records, sockets } = this.#parts;
    const id = target.connection ?? randomId();
    const log = new WireLog({ id, ending: target.ending }, clock, limits.maxEvents, this.#onChange);
    if (target.connection === null) {
      records.add(log.record);
      then(log);
      return;
    }
    const go = (isFree: boolean) => {
      if (isFree) then(log);
      else this.#refuse(socket, REFUSAL.connectionInUse(id));
    };
    const reserved = records.reserve(log.record);
    if (typeof reserved === "boolean") {
      go(reserved);
      return;
    }
    sockets.add(socket, { reset: () => socket.destroy() });
    const onError = () => log.rst("client");
    socket.once("error", onError);
    void reserved.then((isFree) => {
      if (this.#stopping) socket.destroy();
      if (!socket.destroyed) {
        socket.off("error", onError);
        go(isFree);
      } else if (isFree) {
        log.end();
        records.end(log.record);
      }
    });
  }

  /** A handler needs no RST, so TLS is fine here. */
  #handleTest(path: HandlerPath, request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { limits, hosts, origins, sockets } = this.#parts;
    const stopping = this.#stopping ? REFUSAL.stopping() : null;
    const refusal =
      stopping ?? hosts.check(request) ?? checkHandshake(request) ?? origins.check(request.headers.origin);
    if (refusal !== null) this.#refuse(socket, refusal);
    else if (!(socket instanceof Socket)) this.#refuse(socket, REFUSAL.transportUnsupported());
    else if (socket.destroyed) return;
    else
      this.#enter(socket, () => {
        const connection = new HandlerConnection({ request, socket, head, limits });
        sockets.add(socket, connection);
        void runHandler(HANDLERS[path], connection);
      });
  }

  #refuse(socket: Duplex, refusal: Refusal): void {
    this.#parts.sockets.add(socket, { reset: () => socket.destroy() });
    refuseUpgrade(socket, refusal, this.#parts.limits.handshakeMs);
  }

  #open(request: IncomingMessage, socket: Socket, head: Buffer, target: Target, log: WireLog): void {
    const { limits, hosts, sockets } = this.#parts;
    const [acceptor, onClose] = [this.#acceptor, this.#onClose];
    const connection = new Connection({ request, socket, head, target, log, limits, hosts, acceptor, onClose });
    sockets.add(socket, connection);
    IMPLEMENTATIONS[target.ending](connection);
  }
}

/** Whether Node can reset the connection: TCP, but neither TLS nor a custom stream. */
function isPlainTcp(socket: Duplex): socket is Socket {
  return socket instanceof Socket && !(socket instanceof TLSSocket);
}
