import { type Frame, type FrameHeader, isControl } from "./frame.ts";

/** Options and listeners of a reader. */
export interface FrameReaderOptions {
  /** Bytes of a control frame's payload to keep. */
  keep: number;
  /** A frame has begun. */
  onHeader?: (header: FrameHeader) => void;
  /** A frame is complete. */
  onFrame: (frame: Frame) => void;
  /** `length` bytes belong to no complete frame. */
  onBytes: (length: number) => void;
}

const LONGEST_HEADER = 14;
const NOTHING = Buffer.alloc(0);

/**
 * Finds the frames in a stream of bytes that arrives in chunks. Forbidden frames are reported like any other. Takes linear
 * time, and memory for a header and `keep` bytes, whatever length a frame announces.
 */
export class FrameReader {
  readonly #options: FrameReaderOptions;
  readonly #head = new Uint8Array(LONGEST_HEADER); // smaller than a Buffer: such a short array is stored inline
  #have = 0;
  #need = 2;
  #header: FrameHeader | null = null;
  #body = NOTHING;
  #got = 0;
  #lost = false;

  constructor(options: FrameReaderOptions) {
    this.#options = options;
  }

  /** Reads the next chunk of the stream. */
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

  /** Gives up frames: reports the incomplete one, and everything after it, as bytes. */
  breakOff(): void {
    const begun = this.#have + this.#got;
    if (this.#lost || begun === 0) return;
    this.#options.onBytes(begun);
    this.#lost = true;
  }

  /** Ends the stream: reports an incomplete frame as bytes. */
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

/** The length of a frame's header in bytes, from its second byte: https://www.rfc-editor.org/rfc/rfc6455#section-5.2 */
function headerLength(second: number): number {
  const unmasked = 2 + extendedLength(second & 0x7f);
  return second & 0x80 ? unmasked + 4 : unmasked;
}

function extendedLength(short: number): number {
  if (short === 126) return 2;
  return short === 127 ? 8 : 0;
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
