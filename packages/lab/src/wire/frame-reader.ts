import { type Frame, type FrameHeader, isControl } from "./frame.ts";

/** What a reader is told to do with what it finds. */
export interface FrameReaderOptions {
  /** How many bytes of a control frame's payload to keep. */
  keep: number;
  /** A frame has begun. */
  onHeader?: (header: FrameHeader) => void;
  /** A frame is whole. */
  onFrame: (frame: Frame) => void;
  /** So many bytes belong to no whole frame. */
  onBytes: (length: number) => void;
}

const LONGEST_HEADER = 14;
const NOTHING = Buffer.alloc(0);

/**
 * Finds the frames in a stream of bytes that comes in pieces. It judges nothing: a frame that the protocol forbids is
 * reported like any other. Time is linear in the bytes; memory is `keep` bytes and a header, whatever is announced.
 */
export class FrameReader {
  readonly #options: FrameReaderOptions;
  readonly #head = new Uint8Array(LONGEST_HEADER); // no Buffer: so small an array has no memory of its own to manage
  #have = 0;
  #need = 2;
  #header: FrameHeader | null = null;
  #body = NOTHING;
  #got = 0;
  #lost = false;

  constructor(options: FrameReaderOptions) {
    this.#options = options;
  }

  /** Takes the next bytes of the stream. */
  push(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length) {
      if (this.#lost) {
        this.#options.onBytes(chunk.length - at);
        return;
      }
      at += this.#header === null ? this.#readHeader(chunk, at) : this.#readPayload(this.#header, chunk, at);
    }
  }

  /** What was begun is never going to be whole: it is reported as bytes, and so is all that follows. */
  breakOff(): void {
    const begun = this.#have + this.#got;
    if (this.#lost || begun === 0) return;
    this.#options.onBytes(begun);
    this.#lost = true;
  }

  /** The stream is over: what was begun and is not whole is reported as bytes. */
  end(): void {
    this.breakOff();
    this.#lost = true;
  }

  #readHeader(chunk: Buffer, at: number): number {
    const taken = Math.min(this.#need - this.#have, chunk.length - at);
    for (let i = 0; i < taken; i++) this.#head[this.#have + i] = chunk[at + i] ?? 0;
    this.#have += taken;
    if (this.#have < this.#need) return taken;
    const whole = headerLength(this.#head[1] ?? 0);
    if (this.#need < whole) this.#need = whole;
    else this.#begin(decodeHeader(this.#head));
    return taken;
  }

  #begin(header: FrameHeader): void {
    this.#options.onHeader?.(header);
    if (header.length === Infinity) {
      this.#options.onBytes(this.#have);
      this.#lost = true;
      return;
    }
    this.#header = header;
    this.#body = isControl(header.opcode) ? Buffer.allocUnsafe(Math.min(header.length, this.#options.keep)) : NOTHING;
    if (header.length === 0) this.#finish(header);
  }

  #readPayload(header: FrameHeader, chunk: Buffer, at: number): number {
    const taken = Math.min(header.length - this.#got, chunk.length - at);
    const kept = chunk.copy(this.#body, Math.min(this.#got, this.#body.length), at, at + taken);
    if (header.masked) this.#unmask(this.#got, this.#got + kept);
    this.#got += taken;
    if (this.#got === header.length) this.#finish(header);
    return taken;
  }

  #unmask(from: number, to: number): void {
    const key = this.#have - 4;
    for (let i = from; i < to; i++) this.#body[i] = (this.#body[i] ?? 0) ^ (this.#head[key + (i % 4)] ?? 0);
  }

  #finish(header: FrameHeader): void {
    const frame = { ...header, body: this.#body };
    this.#have = 0;
    this.#need = 2;
    this.#header = null;
    this.#body = NOTHING;
    this.#got = 0;
    this.#options.onFrame(frame);
  }
}

/** In bytes, from a frame's second byte: https://www.rfc-editor.org/rfc/rfc6455#section-5.2 */
function headerLength(second: number): number {
  const length = second & 0x7f;
  return 2 + (length === 126 ? 2 : length === 127 ? 8 : 0) + (second & 0x80 ? 4 : 0);
}

function decodeHeader(head: Uint8Array): FrameHeader {
  const first = head[0] ?? 0;
  const second = head[1] ?? 0;
  return {
    fin: (first & 0x80) !== 0,
    rsv: (first >> 4) & 0x7,
    opcode: first & 0xf,
    masked: (second & 0x80) !== 0,
    length: decodeLength(head, second & 0x7f),
  };
}

function decodeLength(head: Uint8Array, short: number): number {
  if (short < 126) return short;
  const bytes = head.subarray(2, short === 126 ? 4 : 10);
  const length = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  return length > Number.MAX_SAFE_INTEGER ? Infinity : length;
}
