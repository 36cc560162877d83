import type { Socket } from "node:net";
import { MAX_TEST_FRAGMENTS, MAX_TEST_MESSAGE_BYTES } from "./limits.ts";
import { type PerMessageDeflate, Receiver } from "./ws-parts.ts";

/** An item from a client. Only a message is followed by more. */
export type Incoming =
  | { kind: "message"; data: string | Buffer }
  /** A Close frame; `code` is `null` without a body. */
  | { kind: "close"; code: number | null; reason: string }
  /** A forbidden frame, with the status code for the violation. */
  | { kind: "fault"; code: number }
  /** FIN or RST. */
  | { kind: "end" };

/** Reads a client's messages one by one, on demand: some tests are about backpressure. */
export class MessageSource {
  readonly #socket: Socket;
  readonly #receiver: Receiver;
  readonly #queue: Incoming[] = [];
  #queuedBytes = 0;
  #last: Incoming | null = null;
  #want: ((incoming: Incoming) => void) | null = null;
  #isReading = false;

  constructor(socket: Socket, deflate: PerMessageDeflate | null, onPing: (body: Buffer) => void) {
    this.#socket = socket;
    const extensions = deflate === null ? {} : { "permessage-deflate": deflate };
    const limits = { maxPayload: MAX_TEST_MESSAGE_BYTES, maxFragments: MAX_TEST_FRAGMENTS };
    this.#receiver = new Receiver({ isServer: true, ...limits, extensions });
    this.#receiver.on("message", (data: Buffer, isBinary: boolean) => this.#putMessage(data, isBinary));
    this.#receiver.on("ping", onPing);
    this.#receiver.on("conclude", (code: number, reason: Buffer) => {
      this.#put({ kind: "close", code: code === 1005 ? null : code, reason: reason.toString() });
    });
    this.#receiver.on("error", (error: NodeJS.ErrnoException) => this.#put({ kind: "fault", code: toCode(error) }));
    socket.on("data", (chunk: Buffer) => this.#read(chunk));
    socket.pause();
    socket.on("end", () => this.#put({ kind: "end" }));
    socket.on("close", () => this.#put({ kind: "end" }));
  }

  /** The next item, once it has arrived. */
  next(): Promise<Incoming> {
    const first = this.#queue.shift() ?? this.#last;
    if (first !== null) {
      if (first.kind === "message") this.#queuedBytes -= Buffer.byteLength(first.data);
      return Promise.resolve(first);
    }
    if (!this.#isReading) this.#socket.resume();
    return new Promise((resolve) => {
      this.#want = resolve;
    });
  }

  /** Discards everything from now on; reads only to see how the client ends. */
  drain(): void {
    this.#put({ kind: "end" });
    this.#socket.resume();
  }

  #read(chunk: Buffer): void {
    if (this.#last !== null) return;
    this.#socket.pause();
    this.#isReading = true;
    this.#receiver.write(chunk, () => {
      this.#isReading = false;
      if (this.#want !== null || this.#last !== null) this.#socket.resume();
    });
  }

  #putMessage(data: Buffer, isBinary: boolean): void {
    // A chunk may inflate a thousandfold, so the queue of unread messages is bounded as well.
    if (this.#queuedBytes + data.length > MAX_TEST_MESSAGE_BYTES) this.#put({ kind: "fault", code: 1009 });
    else this.#put({ kind: "message", data: isBinary ? data : data.toString() });
  }

  #put(incoming: Incoming): void {
    if (this.#last !== null) return;
    if (incoming.kind !== "message") this.#last = incoming;
    const want = this.#want;
    this.#want = null;
    if (want !== null) want(incoming);
    else if (incoming.kind === "message") {
      this.#queue.push(incoming);
      this.#queuedBytes += Buffer.byteLength(incoming.data);
    }
  }
}

/** The status code with which pywebsocket answers an error that ws found. */
function toCode({ code = "" }: NodeJS.ErrnoException): number {
  if (code === "WS_ERR_INVALID_UTF8" || code.startsWith("Z_")) return 1007;
  if (code.startsWith("WS_ERR_UNEXPECTED_RSV")) return 1003;
  return /^WS_ERR_(UNSUPPORTED_MESSAGE_LENGTH|TOO_MANY_BUFFERED_PARTS)$/.test(code) ? 1009 : 1002;
}
