import type { IncomingMessage } from "node:http";
import { REFUSAL, type Refusal } from "../responses/refusal.ts";
import { subprotocols } from "../wire/opening-handshake.ts";

const TOKENS = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+([ \t]*,[ \t]*[!#$%&'*+.^_`|~0-9A-Za-z-]+)*$/;

/** The refusal of a malformed opening handshake, or `null`: https://www.rfc-editor.org/rfc/rfc6455#section-4.2.1 */
export function checkHandshake({ method, httpVersion, headers }: IncomingMessage): Refusal | null {
  if (headers.upgrade?.toLowerCase() !== "websocket") return REFUSAL.handshakeBad("send Upgrade: websocket");
  if (method !== "GET") return REFUSAL.handshakeBad("the method must be GET");
  if (httpVersion !== "1.1") return REFUSAL.handshakeBad("the protocol must be HTTP/1.1");
  if (headers["sec-websocket-version"] !== "13") return REFUSAL.versionUnknown();
  if (!/^[+/0-9A-Za-z]{22}==$/.test(headers["sec-websocket-key"] ?? "")) {
    return REFUSAL.handshakeBad("send 16 random bytes in base64 as Sec-WebSocket-Key, once");
  }
  if (headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) !== 0) {
    return REFUSAL.handshakeBad("send no body");
  }
  return checkSubprotocols(headers["sec-websocket-protocol"]);
}

function checkSubprotocols(header: string | undefined): Refusal | null {
  if (header === undefined) return null;
  const names = subprotocols(header);
  if (TOKENS.test(header) && new Set(names).size === names.length) return null;
  return REFUSAL.handshakeBad("Sec-WebSocket-Protocol must be different tokens with commas between them");
}
