import { MAX_CONTROL_PAYLOAD } from "../wire/frame.ts";

/** A Close frame's code and reason; the code is `null` for an empty body. */
export interface SendableClose {
  code: number | null;
  reason: string;
}

/** The code and reason as given, or 1011 where a Close frame must not have them: https://www.rfc-editor.org/rfc/rfc6455#section-7.4 */
export function toSendable(code: number | null, reason: string): SendableClose {
  if (code === null) return { code, reason };
  const isReserved = code === 1005 || code === 1006 || code === 1015;
  const isAllowed = code >= 1000 && code <= 4999 && !isReserved;
  const fits = 2 + Buffer.byteLength(reason) <= MAX_CONTROL_PAYLOAD;
  return isAllowed && fits ? { code, reason } : { code: 1011, reason: "" };
}
