import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { WebSocket, WebSocketServer } from "ws";
import { checkClientFrame, type MessageState } from "./client-frame-rules.ts";
import { encodeClose } from "./close-frame.ts";
import { encodeFrame } from "./encode-frame.ts";
import { type Frame, type FrameHeader, OPCODE } from "./frame.ts";
import type { LabLimits } from "./lab-options.ts";
import { type AnswerChanges, encodeAnswer } from "./opening-handshake.ts";
import type { Target } from "./request-target.ts";
import type { WireLog } from "./wire-log.ts";
import { WireTap } from "./wire-tap.ts";

/** What a connection is made of. */
export interface ConnectionParts {
  request: IncomingMessage;
  socket: Socket;
  /** What the client sent after its request. */
  head: Buffer;
  target: Target;
  log: WireLog;
  limits: LabLimits;
  webSocketServer: WebSocketServer;
}

/**
 * One TCP connection from its opening handshake on, with the steps that endings are made of. Whatever an ending does,
 * the connection is over in bounded time, and then nothing of it is left but its record.
 */
export class Connection {
  readonly #parts: ConnectionParts;
  readonly #tap: WireTap;
  readonly #message: MessageState = { open: false, bytes: 0 };
  readonly #total: NodeJS.Timeout;
  #step: NodeJS.Timeout | undefined;
  #drivenByWs = false;
  #onClose: ((body: Buffer) => void) | null = null;
  #answersClose = false;

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
    const { request, socket, limits, log } = parts;
    log.handshake("client", `${request.method} ${request.url} HTTP/${request.httpVersion}`);
    this.#tap = new WireTap(socket, log, {
      onHeader: (header) => this.#checkHeader(header),
      onFrame: (frame) => this.#takeFrame(frame),
    });
    this.#total = setTimeout(() => this.#expire(), limits.totalMs);
    socket.on("timeout", () => this.#expire());
    // node:http makes sockets half-open: the client's FIN does not end our direction by itself.
    socket.on("end", () => this.end());
    socket.on("finish", () => this.after(limits.closingMs, () => this.#expire()));
    socket.on("close", () => this.#clear());
  }

  /** Chosen by the client, or by the lab. */
  get id(): string {
    return this.#parts.log.record.id;
  }

  /** Which code and reason were asked for. */
  get target(): Target {
    return this.#parts.target;
  }

  /** The host and port that the client asked for, as it says: nothing about it is certain. */
  get host(): string {
    return this.#parts.request.headers.host ?? "";
  }

  /** Lets ws complete the opening handshake and read the frames. */
  acceptByWs(then: (webSocket: WebSocket) => void): void {
    const { request, socket, head, webSocketServer } = this.#parts;
    this.#drivenByWs = true;
    const name = (headers: string[]) => void headers.push(`X-WasClean-Connection: ${this.id}`);
    webSocketServer.once("headers", name);
    webSocketServer.handleUpgrade(request, socket, head, (webSocket) => {
      webSocket.on("error", () => {}); // a client that breaks the protocol: ws answers, the tap has seen it
      this.#read();
      then(webSocket);
    });
    webSocketServer.off("headers", name); // where ws gave up before the headers: the client had gone
  }

  /** Completes the opening handshake without ws, with other headers where some are given and `frames` in the same write. */
  accept(changes: AnswerChanges = {}, frames: Buffer = Buffer.alloc(0)): void {
    this.answer(Buffer.concat([encodeAnswer(this.#parts.request, this.id, changes), frames]));
  }

  /** Answers the opening handshake with these bytes. */
  answer(bytes: Buffer): void {
    this.#parts.socket.setNoDelay();
    this.send(bytes);
    this.leaveUnanswered();
  }

  /** Reads on without answering the opening handshake. */
  leaveUnanswered(): void {
    const { socket, head } = this.#parts;
    if (head.length > 0) socket.unshift(head);
    this.#read();
  }

  /**
   * Sends bytes, as they are, in one packet where they fit in one: whole frames, or what is never going to be one.
   * `then` is called once the system has them.
   */
  send(bytes: Buffer, then: () => void = () => {}): void {
    this.#parts.socket.write(bytes, then);
    this.#tap.written();
  }

  /** Waits for the client's Close frame, then ends, or does something else. */
  awaitClose(then: () => void = () => this.end()): void {
    this.#onClose = then;
    this.awaitEnd();
  }

  /** Waits until the client ends the connection. */
  awaitEnd(): void {
    this.after(this.#parts.limits.closingMs, () => this.#expire());
  }

  /** The same as long as a connection may live at all: some browsers wait for minutes. */
  awaitEndPatiently(): void {
    clearTimeout(this.#step);
    this.#parts.socket.setTimeout(0);
  }

  /** Waits for the client's Close frame as long as it takes, and answers pings until then; `then` gets the frame's body. */
  onClientClose(then: (body: Buffer) => void): void {
    this.#answersClose = true;
    this.#onClose = then;
  }

  /** Does something after so many milliseconds, unless the connection comes to its end before. */
  after(ms: number, then: () => void): void {
    clearTimeout(this.#step);
    this.#step = setTimeout(then, ms);
  }

  /** Ends our direction with FIN. */
  end(): void {
    const { socket, limits } = this.#parts;
    if (socket.writableEnded || socket.destroyed) return;
    socket.end();
    this.after(limits.closingMs, () => this.#expire());
  }

  /** Ends both directions with RST, after so many milliseconds. */
  reset(afterMs = 0): void {
    if (afterMs > 0) this.after(afterMs, () => this.reset());
    else if (!this.#parts.socket.destroyed) this.#tap.reset();
  }

  #read(): void {
    this.#parts.socket.setTimeout(this.#parts.limits.idleMs);
    this.#tap.read();
  }

  #takeFrame(frame: Frame): void {
    if (frame.opcode === OPCODE.close) {
      const onClose = this.#onClose;
      this.#onClose = null;
      this.#answersClose = false;
      onClose?.(frame.body);
    } else if (frame.opcode === OPCODE.ping && this.#answersClose && !this.#parts.socket.writableNeedDrain) {
      // Of pings that come faster than they can be answered some are left out: RFC 6455 §5.5.3.
      this.send(encodeFrame({ opcode: OPCODE.pong, payload: frame.body }));
    }
  }

  #checkHeader(header: FrameHeader): void {
    if (this.#drivenByWs || this.#parts.socket.writableEnded) return;
    const code = checkClientFrame(header, this.#message, this.#parts.limits.maxMessageBytes);
    if (code === null) return;
    if (this.#answersClose) this.send(encodeClose(code));
    this.#onClose = null;
    this.#answersClose = false;
    this.end();
  }

  #expire(): void {
    if (this.#parts.socket.destroyed) return;
    this.#parts.log.timeout();
    if (this.#parts.socket.writableEnded) this.reset();
    else this.end();
  }

  #clear(): void {
    clearTimeout(this.#step);
    clearTimeout(this.#total);
  }
}
