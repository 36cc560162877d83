import { type CloseCode, isCodeForClose } from "../observe/close-codes.ts";
import { REASON_LIMIT, utf8Length } from "../observe/utf8-length.ts";

/** Where the rules of `close()` stand. */
export const closeRulesUrl = "https://websockets.spec.whatwg.org/#dom-websocket-close";

/** The rule of `close()` that these arguments break, in a sentence; `null` where they break none. The code is checked first: {@link https://websockets.spec.whatwg.org/#dom-websocket-close WHATWG WebSockets, close()}. */
export function explainRefusal(code: CloseCode | null, reason: string | null): string | null {
  if (code !== null && !isCodeForClose(code)) {
    return `close() takes the code 1000 or one from 3000 to 4999, and ${code} is neither.`;
  }
  const length = utf8Length(reason ?? "");
  if (length <= REASON_LIMIT) {
    // Chromium reads an absent code before a reason as 0.
    return code === null && reason ? "A reason needs a code before it: give 1000, or one from 3000 to 4999." : null;
  }
  return `A reason takes ${REASON_LIMIT} bytes of UTF-8 at most, and this one has ${length}.`;
}
