import { encodeFrame } from "./encode-frame.ts";
import { MAX_CONTROL_PAYLOAD, OPCODE } from "./frame.ts";

/** What a Close frame says; `code` is `null` where its body is shorter than two bytes. */
export interface CloseBody {
  code: number | null;
  reason: string;
}

/** A Close frame's bytes, for any code of 16 bits and a reason of any length: https://www.rfc-editor.org/rfc/rfc6455#section-5.5.1 */
export function encodeClose(code: number, reason = ""): Buffer {
  return encodeCloseBody(Buffer.concat([Buffer.of(code >> 8, code & 0xff), Buffer.from(reason)]));
}

/** A Close frame's bytes, for any body that fits into a control frame or does not. */
export function encodeCloseBody(payload: Uint8Array): Buffer {
  return encodeFrame({ opcode: OPCODE.close, payload });
}

/** The code and reason in a Close frame's body; bytes that are not UTF-8 are replaced. */
export function fromCloseBody(body: Buffer): CloseBody {
  if (body.length < 2) return { code: null, reason: "" };
  return { code: body.readUInt16BE(0), reason: body.toString("utf8", 2) };
}

/**
 * Whether an endpoint may send this Close frame, and so whether ws will.
 * https://www.rfc-editor.org/rfc/rfc6455#section-7.4 and, for 1012–1014, the IANA registry.
 */
export function isValidClose(code: number, reason: string): boolean {
  const registered = code >= 1000 && code <= 1014 && code !== 1004 && code !== 1005 && code !== 1006;
  const open = code >= 3000 && code <= 4999;
  return (registered || open) && 2 + Buffer.byteLength(reason) <= MAX_CONTROL_PAYLOAD;
}
