import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { encodeResponse } from "../responses/http-response.ts";

const GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

/** The Sec-WebSocket-Accept that belongs to a key: https://www.rfc-editor.org/rfc/rfc6455#section-4.2.2 */
export function acceptFor(key: string): string {
  return createHash("sha1").update(`${key}${GUID}`).digest("base64");
}

/** The subprotocols that a Sec-WebSocket-Protocol header lists. */
export const subprotocols = (header: string) => header.split(",").map((name) => name.trim());

/** Headers of the answer to change; `null` leaves one out. */
export type AnswerChanges = Record<string, string | null>;

/** No changes. */
export const NO_CHANGES: AnswerChanges = {};
/** The beginning of nearly every answer, built once. */
const USUAL_START =
  "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ";

/** The bytes that complete the opening handshake as ws does, apart from the changes: with the first subprotocol. */
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
