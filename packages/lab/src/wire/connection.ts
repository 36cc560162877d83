import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { ConnectionRecord } from "@wasclean/schema";
import type { WebSocket } from "ws";
import type { Hosts } from "../http/hosts.ts";
import type { LabLimits } from "../limits.ts";
import { checkClientFrame, type MessageState } from "./client-frame-rules.ts";
import { encodeClose } from "./close-frame.ts";
import { encodeFrame } from "./encode-frame.ts";
import { type Frame, type FrameHeader, OPCODE } from "./frame.ts";
import { type AnswerChanges, encodeAnswer, NO_CHANGES } from "./opening-handshake.ts";
import type { WireLog } from "./wire-log.ts";
import { type TapListener, WireTap } from "./wire-tap.ts";
import type { WsAcceptor } from "./ws-acceptor.ts";

const NOTHING = Buffer.alloc(0);

/** The code and reason that a client asked for. */
export interface CloseTarget {
  /** 0–65535; meaningless for an ending without this parameter. */
  code: number;
  /** At most `MAX_REASON_BYTES` of UTF-8; meaningless for an ending without this parameter. */
  reason: string;
}

/** The parts of a connection. */
export interface ConnectionParts {
  request: IncomingMessage;
  socket: Socket;
  /** Bytes that the client sent after its request. */
  head: Buffer;
  target: CloseTarget;
  log: WireLog;
  limits: LabLimits;
  /** The hosts that an answer may repeat. */
  hosts: Pick<Hosts, "toTrusted">;
  acceptor: WsAcceptor;
  /** Called when both directions are over. */
  onClose: (record: ConnectionRecord) => void;
}

type Opening = Pick<ConnectionParts, "request" | "head" | "hosts" | "acceptor">;

/**
 * One TCP connection from its opening handshake on, with the steps from which endings are composed. Whatever an ending
 * does, the connection is over in bounded time and leaves nothing but its record.
 */
export class Connection {
  /** The code and reason that the client asked for. */
  readonly target: CloseTarget;
  readonly #socket: Socket;
  readonly #log: WireLog;
  readonly #limits: LabLimits;
  readonly #onClosed: ConnectionParts["onClose"];
  /** The parts that only the opening handshake needs; released afterwards, because connections may stay open for minutes. */
  #opening: Opening | null;
  readonly #tap: WireTap<Connection>;
  #message: MessageState | null = null;
  readonly #total: NodeJS.Timeout;
  #step: NodeJS.Timeout | undefined;
  #drivenByWs = false;
  #onClose: ((body: Buffer) => void) | null = null;
  #answersClose = false;

  constructor(parts: ConnectionParts) {
    const { request, socket, target, limits, log, onClose } = parts;
    this.target = target;
    this.#socket = socket;
    this.#log = log;
    this.#limits = limits;
    this.#onClosed = onClose;
    this.#opening = parts;
    log.handshake("client", `${request.method} ${request.url} HTTP/${request.httpVersion}`);
    this.#tap = new WireTap(socket, log, Connection.#listener, this);
    this.#total = setTimeout(Connection.#expireOf, limits.totalMs, this);
  }

  // Listeners shared by all connections, to save memory.
  static readonly #expireOf = (connection: Connection) => connection.#expire();
  static readonly #listener: TapListener<Connection> = {
    onHeader: (connection, header) => connection.#checkHeader(header),
    onFrame: (connection, frame) => connection.#takeFrame(frame),
    // node:http makes sockets half-open: the client's FIN does not end the server's direction.
    onEnd: (connection) => connection.end(),
    onFinish: (connection) => connection.#expireSoon(),
    onIdle: Connection.#expireOf,
    onClose: (connection) => connection.#clear(),
  };

  /** The connection's id, chosen by the client or the lab. */
  get id(): string {
    return this.#log.record.id;
  }

  /**
   * The server's host and port: the client's Host header if the lab answers to that name, else the address at which the
   * connection arrived. Available until the opening handshake is answered.
   */
  get authority(): string {
    const { request, hosts } = this.#open();
    const { localAddress = "", localPort = 0, localFamily } = this.#socket;
    const own = `${localFamily === "IPv6" ? `[${localAddress}]` : localAddress}:${localPort}`;
    return hosts.toTrusted(request.headers.host ?? "") ?? own;
  }

  /** Lets ws complete the opening handshake and read the frames. */
  acceptByWs(then: (webSocket: WebSocket) => void): void {
    const { request, head, acceptor } = this.#open();
    this.#drivenByWs = true;
    acceptor.accept(request, this.#socket, head, this.id, (webSocket) => {
      this.#read();
      then(webSocket);
    });
  }

  /** Completes the opening handshake without ws, with changed headers and with `frames` in the same write. */
  accept(changes: AnswerChanges = NO_CHANGES, frames: Buffer = NOTHING): void {
    const head = encodeAnswer(this.#open().request, this.id, changes);
    this.answer(frames.length === 0 ? head : Buffer.concat([head, frames]));
  }

  /** Answers the opening handshake with the given bytes. */
  answer(bytes: Buffer): void {
    this.#socket.setNoDelay();
    this.send(bytes);
    this.leaveUnanswered();
  }

  /** Reads on without answering the opening handshake. */
  leaveUnanswered(): void {
    const { head } = this.#open();
    if (head.length > 0) this.#socket.unshift(head);
    this.#read();
  }

  /**
   * Sends bytes as they are, in one packet if they fit: whole frames, or bytes that never become one. `then` is called
   * once the system has accepted them.
   */
  send(bytes: Buffer, then?: () => void): void {
    this.#socket.write(bytes, then);
    this.#tap.written();
  }

  /** Waits for the client's Close frame, then calls `then`, by default to end. */
  awaitClose(then: () => void = () => this.end()): void {
    this.#onClose = then;
    this.awaitEnd();
  }

  /** Waits until the client ends the connection. */
  awaitEnd(): void {
    this.#expireSoon();
  }

  /** Waits until the client ends the connection, for as long as one may live: some browsers take minutes. */
  awaitEndPatiently(): void {
    clearTimeout(this.#step);
    this.#socket.setTimeout(0);
  }

  /** Waits for the client's Close frame without a limit of its own, and answers pings meanwhile; `then` gets the frame's body. */
  onClientClose(then: (body: Buffer) => void): void {
    this.#answersClose = true;
    this.#onClose = then;
  }

  /** Calls a function after `ms` milliseconds, unless the connection ends first. */
  after(ms: number, then: () => void): void {
    clearTimeout(this.#step);
    this.#step = setTimeout(then, ms);
  }

  /** Ends the server's direction with FIN. */
  end(): void {
    if (this.#socket.writableEnded || this.#socket.destroyed) return;
    this.#socket.end();
    this.#expireSoon();
  }

  /** Ends both directions with RST, after `ms` milliseconds. */
  reset(afterMs = 0): void {
    if (afterMs > 0) this.after(afterMs, () => this.reset());
    else if (!this.#socket.destroyed) this.#tap.reset();
  }

  #open(): Opening {
    if (this.#opening === null) throw new Error("The opening handshake is over; an ending answers it once");
    return this.#opening;
  }

  #read(): void {
    this.#opening = null;
    this.#socket.setTimeout(this.#limits.idleMs);
    this.#tap.read();
  }

  #expireSoon(): void {
    clearTimeout(this.#step);
    this.#step = setTimeout(Connection.#expireOf, this.#limits.closingMs, this);
  }

  #takeFrame(frame: Frame): void {
    if (frame.opcode === OPCODE.close) {
      const onClose = this.#onClose;
      this.#onClose = null;
      this.#answersClose = false;
      onClose?.(frame.body);
    } else if (frame.opcode === OPCODE.ping && this.#answersClose && !this.#socket.writableNeedDrain) {
      // RFC 6455 §5.5.3 allows skipping pings that arrive faster than they can be answered.
      this.send(encodeFrame({ opcode: OPCODE.pong, payload: frame.body }));
    }
  }

  #checkHeader(header: FrameHeader): void {
    if (this.#drivenByWs || this.#socket.writableEnded) return;
    this.#message ??= { open: false, bytes: 0 };
    const code = checkClientFrame(header, this.#message, this.#limits.maxMessageBytes);
    if (code === null) return;
    if (this.#answersClose) this.send(encodeClose(code));
    this.#onClose = null;
    this.#answersClose = false;
    this.end();
  }

  #expire(): void {
    if (this.#socket.destroyed) return;
    this.#log.timeout();
    if (this.#socket.writableEnded) this.reset();
    else this.end();
  }

  #clear(): void {
    clearTimeout(this.#step);
    clearTimeout(this.#total);
    this.#onClosed(this.#log.record);
  }
}
