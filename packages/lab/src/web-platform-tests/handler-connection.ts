import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { LabLimits } from "../limits.ts";
import { encodeRefusal } from "../responses/http-response.ts";
import { REFUSAL } from "../responses/refusal.ts";
import { encodeClose, encodeCloseBody } from "../wire/close-frame.ts";
import { encodeFrame } from "../wire/encode-frame.ts";
import { OPCODE } from "../wire/frame.ts";
import { acceptFor } from "../wire/opening-handshake.ts";
import { MessageSource } from "./message-source.ts";
import { type Deflate, negotiateDeflate } from "./negotiate-deflate.ts";
import { type AnswerClose, encodeOpeningHead, FORBIDDEN_HEAD, isSubprotocolRight, type Opening } from "./opening.ts";
import { toSendable } from "./sendable-close.ts";
import { Stop } from "./stop.ts";
import { Sender } from "./ws-parts.ts";

/** The parts of a connection. */
export interface HandlerConnectionParts {
  request: IncomingMessage;
  socket: Socket;
  /** Bytes that the client sent after its request. */
  head: Buffer;
  limits: Pick<LabLimits, "idleMs" | "closingMs" | "totalMs">;
}

/**
 * A connection to a handler of the web-platform-tests, with the steps that pywebsocket offers to handlers. A step throws
 * `Stop` once the connection is over. Every connection is over in bounded time, whatever its handler does.
 */
export class HandlerConnection {
  readonly #parts: HandlerConnectionParts;
  readonly #total: NodeJS.Timeout;
  readonly #closed: Promise<void>;
  #closing: NodeJS.Timeout | undefined;
  #messages: MessageSource | null = null;
  #sender: Sender | null = null;
  #deflates = false;
  #answerClose: AnswerClose = () => ({ code: 1000, reason: "" });
  #closeSent = false;

  constructor(parts: HandlerConnectionParts) {
    this.#parts = parts;
    const { socket, head, limits } = parts;
    if (head.length > 0) socket.unshift(head);
    socket.setNoDelay();
    socket.setTimeout(limits.idleMs, () => this.#expire());
    this.#total = setTimeout(() => this.#expire(), limits.totalMs);
    socket.on("error", () => {}); // the client has gone: "close" follows
    socket.on("finish", () => this.#afterwards()); // also when the lab's close() ends it
    this.#closed = new Promise((resolve) => socket.once("close", resolve));
    socket.once("close", () => {
      clearTimeout(this.#total);
      clearTimeout(this.#closing);
    });
  }

  /** A header of the request. */
  header(name: "authorization" | "cookie" | "origin" | "referer" | "sec-websocket-protocol"): string | undefined {
    return this.#parts.request.headers[name];
  }

  /** The Sec-WebSocket-Accept for the client's key. */
  get accept(): string {
    return acceptFor(this.#parts.request.headers["sec-websocket-key"] ?? "");
  }

  /** The subprotocols that the client asked for. */
  get protocols(): string[] {
    const header = this.header("sec-websocket-protocol");
    return header === undefined ? [] : header.split(",").map((name) => name.trim());
  }

  /** The query string of the request; `null` without a `?`. */
  get query(): string | null {
    const { url = "" } = this.#parts.request;
    return url.includes("?") ? url.slice(url.indexOf("?") + 1) : null;
  }

  /** Does nothing for `ms` milliseconds; does not even read. */
  async sleep(ms: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const over = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms);
    });
    await Promise.race([over, this.#closed]);
    clearTimeout(timer);
    this.#checkWritable();
  }

  /** Completes the opening handshake, or refuses a wrong subprotocol with 400. */
  async open({ protocol = null, headers = [], deflate = true, ...more }: Opening = {}): Promise<void> {
    const { protocolAsked = this.protocols.length > 0, answerClose } = more;
    if (!isSubprotocolRight(protocol, protocolAsked))
      await this.#refuse("the subprotocols asked for do not fit this path");
    const agreed = deflate ? await this.#negotiate() : null;
    if (answerClose !== undefined) this.#answerClose = answerClose;
    this.#start(agreed);
    await this.write(encodeOpeningHead({ accept: this.accept, protocol, extensions: agreed?.header ?? null, headers }));
  }

  /** Answers with 403 and ends, as pywebsocket does when a handler fails before the handshake is complete. */
  async forbid(): Promise<never> {
    await this.write(FORBIDDEN_HEAD);
    throw new Stop(null);
  }

  /** The next message; answers a Close frame, and returns `null` for it. */
  async receive(): Promise<string | Buffer | null> {
    const incoming = await this.#next();
    if (incoming.kind === "message") return incoming.data;
    if (incoming.kind !== "close") throw new Stop(incoming.kind === "fault" ? incoming.code : null);
    const answer = await this.#answerClose(incoming);
    if (answer === null) throw new Stop(null);
    await this.#sendClose(answer.code, answer.reason);
    return null;
  }

  /** All messages until the client's Close frame. */
  async *messages(): AsyncGenerator<string | Buffer, void> {
    for (let message = await this.receive(); message !== null; message = await this.receive()) yield message;
  }

  /** Waits until `length` bytes have arrived, frames or not, or the client has ended. */
  async awaitBytes(length: number): Promise<void> {
    const { socket } = this.#parts;
    let left = length;
    await new Promise<void>((resolve) => {
      socket.on("data", (chunk: Buffer) => {
        left -= chunk.length;
        if (left <= 0) resolve();
      });
      socket.once("end", resolve);
      socket.once("close", resolve);
      socket.resume();
    });
  }

  /** Sends a message, text or binary; resolves once the system has accepted it. */
  async send(data: string | Buffer): Promise<void> {
    this.#checkWritable();
    const options = { binary: typeof data !== "string", compress: this.#deflates, fin: true, mask: false };
    await this.#written((done) => this.#sender?.send(data, options, done));
  }

  /** Sends bytes as they are. */
  async write(bytes: Buffer): Promise<void> {
    this.#checkWritable();
    await this.#written((done) => void this.#parts.socket.write(bytes, done));
  }

  /** Sends a ping. */
  ping(body: string): Promise<void> {
    return this.write(encodeFrame({ opcode: OPCODE.ping, payload: Buffer.from(body) }));
  }

  /**
   * Sends a Close frame unless one was sent, and waits for the client's, or for any message. Like pywebsocket, sends 1011
   * in place of a forbidden code, and does not wait after 1001 and 1002.
   */
  async close(code: number | null = 1000, reason = ""): Promise<void> {
    if (this.#messages === null || this.#closeSent) return;
    const sent = await this.#sendClose(code, reason);
    if (sent === 1001 || sent === 1002) return;
    this.#afterwards();
    await this.#next();
  }

  /** Ends the server's direction with FIN, and makes sure that the client's ends. */
  end(): void {
    const { socket } = this.#parts;
    if (!socket.writableEnded) {
      socket.end();
      this.#afterwards(); // "finish" never comes if the client does not read
    }
    if (this.#messages === null) socket.resume();
    else this.#messages.drain();
  }

  /** Ends both directions, with RST unless over TLS, where Node has none. */
  reset(): void {
    this.#parts.socket.resetAndDestroy();
  }

  #start(agreed: Deflate | null): void {
    const { socket } = this.#parts;
    const deflate = agreed?.deflate ?? null;
    const sender = new Sender(socket, deflate === null ? {} : { "permessage-deflate": deflate });
    this.#sender = sender;
    this.#deflates = deflate !== null;
    this.#messages = new MessageSource(socket, deflate, (body) => {
      // RFC 6455 §5.5.3 allows skipping pings that arrive faster than they can be answered.
      if (socket.writable && !socket.writableNeedDrain) sender.pong(body, false);
    });
    if (deflate !== null) socket.once("close", () => deflate.cleanup());
  }

  async #negotiate(): Promise<Deflate | null> {
    try {
      return negotiateDeflate(this.#parts.request.headers["sec-websocket-extensions"]);
    } catch {
      return this.#refuse("Sec-WebSocket-Extensions is malformed");
    }
  }

  async #refuse(what: string): Promise<never> {
    await this.write(encodeRefusal(REFUSAL.handshakeBad(what)));
    throw new Stop(null);
  }

  #next() {
    if (this.#messages === null) throw new Stop(null);
    return this.#messages.next();
  }

  /** Sends a Close frame and returns its code. */
  async #sendClose(code: number | null, reason: string): Promise<number | null> {
    const sent = toSendable(code, reason);
    this.#closeSent = true;
    await this.write(sent.code === null ? encodeCloseBody(Buffer.alloc(0)) : encodeClose(sent.code, sent.reason));
    return sent.code;
  }

  #checkWritable(): void {
    if (!this.#parts.socket.writable) throw new Stop(null);
  }

  /** Waits until the system has accepted the bytes, or the connection is over: then the callback may never be called. */
  async #written(write: (done: (error?: Error | null) => void) => void): Promise<void> {
    await Promise.race([new Promise<void>((resolve) => write(() => resolve())), this.#closed]);
    if (this.#parts.socket.destroyed) throw new Stop(null);
  }

  #expire(): void {
    if (this.#parts.socket.writableEnded) this.reset();
    else this.end();
  }

  #afterwards(): void {
    clearTimeout(this.#closing);
    this.#closing = setTimeout(() => this.#expire(), this.#parts.limits.closingMs);
  }
}
