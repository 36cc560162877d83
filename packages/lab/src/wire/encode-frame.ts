/** The parts of a frame. None is checked, because endings need forbidden frames. */
export interface FrameOptions {
  /** 0–15. */
  opcode: number;
  payload?: Uint8Array;
  /** The FIN bit. Default: `true`. */
  fin?: boolean;
  /** RSV1, RSV2 and RSV3 as 4, 2 and 1. */
  rsv?: number;
  /** The masking key, four bytes; without it the frame is unmasked. */
  mask?: Uint8Array;
}

/** A frame's bytes, its length in the shortest form: https://www.rfc-editor.org/rfc/rfc6455#section-5.2 */
export function encodeFrame({ opcode, payload = new Uint8Array(), fin = true, rsv = 0, mask }: FrameOptions): Buffer {
  const first = (fin ? 0x80 : 0) | (rsv << 4) | opcode;
  const start = Buffer.concat([Uint8Array.of(first), encodeLength(payload.length, mask !== undefined)]);
  if (mask === undefined) return Buffer.concat([start, payload]);
  return Buffer.concat([start, mask, payload.map((byte, index) => byte ^ (mask[index % 4] ?? 0))]);
}

function encodeLength(length: number, masked: boolean): Buffer {
  const bit = masked ? 0x80 : 0;
  if (length < 126) return Buffer.of(bit | length);
  if (length < 0x10000) return Buffer.of(bit | 126, length >> 8, length & 0xff);
  const bytes = Buffer.alloc(9);
  bytes[0] = bit | 127;
  bytes.writeBigUInt64BE(BigInt(length), 1);
  return bytes;
}
