import type { Socket } from "node:net";
import { type Frame, type FrameHeader, MAX_CONTROL_PAYLOAD } from "./frame.ts";
import { FrameReader } from "./frame-reader.ts";
import { MAX_REASON_BYTES } from "./request-target.ts";
import type { Side, WireLog } from "./wire-log.ts";

/** What else is done with the client's frames, after they were written down. */
export interface ClientFrames {
  onHeader(header: FrameHeader): void;
  onFrame(frame: Frame): void;
}

const END_OF_HEAD = "\r\n\r\n";

/**
 * Writes down what passes through one socket, whoever drives it: the lab or ws. Incoming bytes are read beside them,
 * outgoing ones are taken from the call of `write` itself, so that the log is of the bytes and not of the intention.
 */
export class WireTap {
  readonly #socket: Socket;
  readonly #log: WireLog;
  readonly #incoming: FrameReader;
  readonly #outgoing: FrameReader;
  #answer: "none" | "frames" | "bytes" = "none";
  #reset = false;

  constructor(socket: Socket, log: WireLog, client: ClientFrames) {
    this.#socket = socket;
    this.#log = log;
    const onBytes = (by: Side) => (length: number) => log.bytes(by, length);
    const onFrame = (frame: Frame) => {
      log.frame("client", frame);
      client.onFrame(frame);
    };
    const onHeader = (header: FrameHeader) => client.onHeader(header);
    this.#incoming = new FrameReader({ keep: MAX_CONTROL_PAYLOAD, onHeader, onFrame, onBytes: onBytes("client") });
    const onSent = (frame: Frame) => log.frame("server", frame);
    this.#outgoing = new FrameReader({ keep: 2 + MAX_REASON_BYTES, onFrame: onSent, onBytes: onBytes("server") });
    this.#shadowWrite();
    this.#listen();
  }

  /** Begins to read; call it after ws, which it then comes before, so that an answer is logged after its cause. */
  read(): void {
    this.#socket.prependListener("data", (chunk: Buffer) => {
      // Until the handshake is answered a client has no business to send frames.
      if (this.#answer === "frames") this.#incoming.push(chunk);
      else this.#log.bytes("client", chunk.length);
    });
    this.#socket.resume();
  }

  /** What was last written ends here, a whole frame or not. */
  written(): void {
    this.#outgoing.breakOff();
  }

  /** Resets the connection. */
  reset(): void {
    this.#reset = true;
    this.#log.rst("server");
    this.#socket.resetAndDestroy();
  }

  #shadowWrite(): void {
    const write = this.#socket.write.bind(this.#socket) as (bytes: Buffer, done?: () => void) => boolean;
    type Done = (error?: Error) => void;
    const shadow = (chunk: Buffer | string, encoding?: BufferEncoding | Done, done?: Done): boolean => {
      const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
      const callback = typeof encoding === "function" ? encoding : done;
      if (this.#socket.writableEnded) {
        // ws answers a Close frame that comes after our FIN. Node would destroy the socket for that: we want to listen on.
        if (callback) process.nextTick(callback, new Error("This direction of the connection is over"));
        return false;
      }
      this.#sent(bytes);
      return write(bytes, callback);
    };
    this.#socket.write = shadow as Socket["write"];
  }

  #sent(bytes: Buffer): void {
    if (this.#answer === "frames") this.#outgoing.push(bytes);
    else if (this.#answer === "bytes") this.#log.bytes("server", bytes.length);
    else this.#answered(bytes);
  }

  /** The first bytes that the server sends: a whole HTTP head where they begin as one. */
  #answered(bytes: Buffer): void {
    const end = bytes.indexOf(END_OF_HEAD);
    const isHead = end >= 0 && bytes.toString("latin1", 0, 5) === "HTTP/";
    const line = isHead ? bytes.toString("latin1", 0, bytes.indexOf("\r\n")) : "";
    this.#answer = / 101 /.test(line) ? "frames" : "bytes";
    if (isHead) this.#log.handshake("server", line);
    const rest = bytes.subarray(isHead ? end + END_OF_HEAD.length : 0);
    if (rest.length > 0) this.#sent(rest);
  }

  #listen(): void {
    const socket = this.#socket;
    socket.on("end", () => {
      this.#incoming.end();
      this.#log.fin("client");
    });
    socket.on("finish", () => {
      this.#outgoing.end();
      this.#log.fin("server");
    });
    socket.on("error", (error: NodeJS.ErrnoException) => {
      // EPIPE is what a write meets where the client's RST was first to come.
      if (this.#reset || (error.code !== "ECONNRESET" && error.code !== "EPIPE")) return;
      this.#reset = true;
      this.#incoming.end();
      this.#log.rst("client");
    });
    socket.on("close", () => {
      this.#incoming.end();
      this.#outgoing.end();
      if (!this.#reset && !socket.writableFinished) this.#log.fin("server");
      this.#log.end();
    });
  }
}
