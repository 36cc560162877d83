import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { encodeResponse } from "../http/http-response.ts";
import { REFUSAL, type Refusal } from "../http/refusal.ts";

const GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
const TOKENS = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+([ \t]*,[ \t]*[!#$%&'*+.^_`|~0-9A-Za-z-]+)*$/;

/** The Sec-WebSocket-Accept that belongs to a key: https://www.rfc-editor.org/rfc/rfc6455#section-4.2.2 */
export function acceptFor(key: string): string {
  return createHash("sha1").update(`${key}${GUID}`).digest("base64");
}

/** What is wrong with a client's opening handshake, or `null`: https://www.rfc-editor.org/rfc/rfc6455#section-4.2.1 */
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

const subprotocols = (header: string) => header.split(",").map((name) => name.trim());

/** Headers of the answer that are to be other than usual; `null` leaves one out. */
export type AnswerChanges = Record<string, string | null>;

/** None. */
export const NO_CHANGES: AnswerChanges = {};
/** What nearly every answer begins with: put together once. */
const USUAL_START =
  "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ";

/** The bytes that complete the opening handshake, as ws does it but for the changes: the first subprotocol is chosen. */
export function encodeAnswer(
  { headers }: IncomingMessage,
  connection: string,
  changes: AnswerChanges = NO_CHANGES,
): Buffer {
  const protocol = headers["sec-websocket-protocol"];
  const accept = acceptFor(headers["sec-websocket-key"] ?? "");
  if (protocol === undefined && changes === NO_CHANGES) {
    return Buffer.from(`${USUAL_START}${accept}\r\nX-WasClean-Connection: ${connection}\r\n\r\n`, "latin1");
  }
  const all: AnswerChanges = {
    Upgrade: "websocket",
    Connection: "Upgrade",
    "Sec-WebSocket-Accept": accept,
    "Sec-WebSocket-Protocol": protocol === undefined ? null : (subprotocols(protocol)[0] ?? null),
    ...changes,
    "X-WasClean-Connection": connection,
  };
  return encodeResponse(101, Object.fromEntries(Object.entries(all).filter(isPresent)));
}

const isPresent = (entry: [string, string | null]): entry is [string, string] => entry[1] !== null;
