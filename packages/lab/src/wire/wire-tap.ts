import { Socket } from "node:net";
import { MAX_REASON_BYTES } from "./close-frame.ts";
import { type Frame, type FrameHeader, MAX_CONTROL_PAYLOAD } from "./frame.ts";
import { FrameReader } from "./frame-reader.ts";
import type { Side, WireLog } from "./wire-log.ts";

/** Receives what passes, after it was logged. One listener serves all sockets and is passed each one's owner. */
export interface TapListener<Owner> {
  /** A frame from the client has begun. */
  onHeader(owner: Owner, header: FrameHeader): void;
  /** A frame from the client is complete. */
  onFrame(owner: Owner, frame: Frame): void;
  /** The client has ended its direction. */
  onEnd(owner: Owner): void;
  /** The server's direction has ended. */
  onFinish(owner: Owner): void;
  /** Nothing has passed for the socket's time-out. */
  onIdle(owner: Owner): void;
  /** Both directions are over. */
  onClose(owner: Owner): void;
}

const END_OF_HEAD = "\r\n\r\n";
const USUAL_ANSWER = "HTTP/1.1 101 Switching Protocols";
const TAP = Symbol("tap");

type Done = (error?: Error) => void;
type Write = (chunk: Buffer | string, encoding?: BufferEncoding | Done, done?: Done) => boolean;
type Tapped = Socket & { [TAP]: WireTap<unknown> };

/**
 * Logs everything that passes through a socket, whether the lab or ws drives it. Incoming bytes are read alongside,
 * outgoing ones are taken from the call of `write`, so the log holds the bytes and not the intention. Every connection
 * has a tap, so it shares its listeners with all others and creates readers of frames only when frames arrive.
 */
export class WireTap<Owner> {
  readonly #socket: Socket;
  readonly #log: WireLog;
  readonly #listener: TapListener<Owner>;
  readonly #owner: Owner;
  #incoming: FrameReader | null = null;
  #outgoing: FrameReader | null = null;
  #answer: "none" | "frames" | "bytes" = "none";
  #reset = false;

  constructor(socket: Socket, log: WireLog, listener: TapListener<Owner>, owner: Owner) {
    this.#socket = socket;
    this.#log = log;
    this.#listener = listener;
    this.#owner = owner;
    (socket as unknown as { [TAP]: WireTap<Owner> })[TAP] = this;
    socket.write = WireTap.#write as Socket["write"];
    socket.on("end", WireTap.#onEnd);
    socket.on("finish", WireTap.#onFinish);
    socket.on("error", WireTap.#onError);
    socket.on("timeout", WireTap.#onTimeout);
    socket.on("close", WireTap.#onClose);
  }

  /** Starts reading. Call it after ws has added its listener: this one is put first, so that an answer is logged after its cause. */
  read(): void {
    this.#socket.prependListener("data", WireTap.#onData);
    this.#socket.resume();
  }

  /** Marks the end of the last write, whether that was a complete frame or not. */
  written(): void {
    this.#outgoing?.breakOff();
  }

  /** Resets the connection. */
  reset(): void {
    this.#reset = true;
    this.#log.rst("server");
    this.#socket.resetAndDestroy();
  }

  /** Shadows the socket's own `write`. */
  static readonly #write = function (this: Tapped, chunk, encoding, done) {
    const callback = typeof encoding === "function" ? encoding : done;
    if (this.writableEnded) {
      // ws answers a Close frame that arrives after our FIN. Node would destroy the socket for that, but reading must go on.
      if (callback) process.nextTick(callback, new Error("This direction of the connection is over"));
      return false;
    }
    this[TAP].#sent(chunk);
    return (Socket.prototype.write as Write).call(this, chunk, encoding, done);
  } satisfies (this: Tapped, ...parameters: Parameters<Write>) => boolean;

  static readonly #onData = function (this: Socket, chunk: Buffer) {
    const tap = (this as Tapped)[TAP];
    // Frames are allowed only after the answer to the handshake.
    if (tap.#answer === "frames") tap.#readIncoming().push(chunk);
    else tap.#log.bytes("client", chunk.length);
  };

  static readonly #onEnd = function (this: Socket) {
    const tap = (this as Tapped)[TAP];
    tap.#incoming?.end();
    tap.#log.fin("client");
    tap.#listener.onEnd(tap.#owner);
  };

  static readonly #onFinish = function (this: Socket) {
    const tap = (this as Tapped)[TAP];
    tap.#outgoing?.end();
    tap.#log.fin("server");
    tap.#listener.onFinish(tap.#owner);
  };

  static readonly #onError = function (this: Socket, error: NodeJS.ErrnoException) {
    const tap = (this as Tapped)[TAP];
    // EPIPE: the client's RST arrived before this write.
    if (tap.#reset || (error.code !== "ECONNRESET" && error.code !== "EPIPE")) return;
    tap.#reset = true;
    tap.#incoming?.end();
    tap.#log.rst("client");
  };

  static readonly #onTimeout = function (this: Socket) {
    const tap = (this as Tapped)[TAP];
    tap.#listener.onIdle(tap.#owner);
  };

  static readonly #onClose = function (this: Socket) {
    const tap = (this as Tapped)[TAP];
    tap.#incoming?.end();
    tap.#outgoing?.end();
    if (!tap.#reset && !this.writableFinished) tap.#log.fin("server");
    tap.#log.end();
    tap.#listener.onClose(tap.#owner);
  };

  #sent(chunk: Buffer | string): void {
    if (this.#answer === "none" && isUsualAnswer(chunk)) {
      this.#answer = "frames";
      this.#log.handshake("server", USUAL_ANSWER);
      return;
    }
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    if (this.#answer === "frames") this.#readOutgoing().push(bytes);
    else if (this.#answer === "bytes") this.#log.bytes("server", bytes.length);
    else this.#answered(bytes);
  }

  /** Logs the first bytes that the server sends: a complete HTTP head if they begin like one. */
  #answered(bytes: Buffer): void {
    const end = bytes.indexOf(END_OF_HEAD);
    const isHead = end >= 0 && bytes.toString("latin1", 0, 5) === "HTTP/";
    const line = isHead ? bytes.toString("latin1", 0, bytes.indexOf("\r\n")) : "";
    this.#answer = / 101 /.test(line) ? "frames" : "bytes";
    if (isHead) this.#log.handshake("server", line);
    const rest = bytes.subarray(isHead ? end + END_OF_HEAD.length : 0);
    if (rest.length > 0) this.#sent(rest);
  }

  #readIncoming(): FrameReader {
    this.#incoming ??= new FrameReader({
      keep: MAX_CONTROL_PAYLOAD,
      onHeader: (header) => this.#listener.onHeader(this.#owner, header),
      onFrame: (frame) => {
        this.#log.frame("client", frame);
        this.#listener.onFrame(this.#owner, frame);
      },
      onBytes: this.#bytesOf("client"),
    });
    return this.#incoming;
  }

  #readOutgoing(): FrameReader {
    this.#outgoing ??= new FrameReader({
      keep: 2 + MAX_REASON_BYTES,
      onFrame: (frame) => this.#log.frame("server", frame),
      onBytes: this.#bytesOf("server"),
    });
    return this.#outgoing;
  }

  #bytesOf(by: Side): (length: number) => void {
    return (length) => this.#log.bytes(by, length);
  }
}

/** Whether the chunk is exactly the head that ws writes: a fast path for nearly every connection. */
function isUsualAnswer(chunk: Buffer | string): boolean {
  if (typeof chunk !== "string" || !chunk.startsWith(`${USUAL_ANSWER}\r\n`)) return false;
  return chunk.indexOf(END_OF_HEAD) === chunk.length - END_OF_HEAD.length;
}
