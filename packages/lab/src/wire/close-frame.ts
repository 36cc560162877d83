import { encodeFrame } from "./encode-frame.ts";
import { OPCODE } from "./frame.ts";

/** The longest reason that a client may ask the lab to send, in bytes of UTF-8: longer than a control frame can hold. */
export const MAX_REASON_BYTES = 1_024;

/** The body of a Close frame; `code` is `null` if it is shorter than two bytes. */
export interface CloseBody {
  code: number | null;
  reason: string;
}

/** A Close frame's bytes, for any code of 16 bits and a reason of any length: https://www.rfc-editor.org/rfc/rfc6455#section-5.5.1 */
export function encodeClose(code: number, reason = ""): Buffer {
  return encodeCloseBody(Buffer.concat([Buffer.of(code >> 8, code & 0xff), Buffer.from(reason)]));
}

/** A Close frame's bytes, for a body of any length. */
export function encodeCloseBody(payload: Uint8Array): Buffer {
  return encodeFrame({ opcode: OPCODE.close, payload });
}

/** The code and reason in a Close frame's body; bytes that are not UTF-8 are replaced. */
export function fromCloseBody(body: Buffer): CloseBody {
  if (body.length < 2) return { code: null, reason: "" };
  return { code: body.readUInt16BE(0), reason: body.toString("utf8", 2) };
}
