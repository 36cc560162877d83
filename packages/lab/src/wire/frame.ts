/** Opcodes: https://www.rfc-editor.org/rfc/rfc6455#section-5.2 */
export const OPCODE = { continuation: 0x0, text: 0x1, binary: 0x2, close: 0x8, ping: 0x9, pong: 0xa } as const;

/** The longest payload of a control frame, in bytes: https://www.rfc-editor.org/rfc/rfc6455#section-5.5 */
export const MAX_CONTROL_PAYLOAD = 125;

/** The first two bytes of a frame and its length. */
export interface FrameHeader {
  fin: boolean;
  /** RSV1, RSV2 and RSV3 as one number: 4, 2 and 1. */
  rsv: number;
  /** 0–15. */
  opcode: number;
  masked: boolean;
  /** Payload bytes; `Infinity` above 2^53 − 1, where the frame can never be complete. */
  length: number;
}

/** A complete frame. */
export interface Frame extends FrameHeader {
  /** A control frame's payload, unmasked, cut off at the reader's limit; empty for a data frame. */
  body: Buffer;
}

/** Whether frames of this opcode are control frames: https://www.rfc-editor.org/rfc/rfc6455#section-5.5 */
export function isControl(opcode: number): boolean {
  return (opcode & 0x8) !== 0;
}
