import { clientClose } from "../raw-client.ts";

/** The id of every connection whose bytes are compared. */
export const ID = "connection-1-of-this-test";

/** The usual answer to the handshake that `raw-client.ts` sends. */
export const ANSWER = [
  "HTTP/1.1 101 Switching Protocols",
  "Upgrade: websocket",
  "Connection: Upgrade",
  "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
  `X-WasClean-Connection: ${ID}`,
  "\r\n",
].join("\r\n");

/** The bytes of one connection, and what its record says. */
export interface Row {
  /** Parameters besides `connection`. */
  query?: string;
  /** Headers of the request besides the usual ones. */
  headers?: Record<string, string>;
  /** The answer to the handshake, where it is not the usual one; `PORT` is the server's port. */
  answer?: string;
  /** What the server sends after it, in hexadecimal. */
  sends?: string;
  /** What the client then sends. */
  client?: Buffer;
  /** What the server sends to that. */
  replies?: string;
  /** What the client sends once all of that is there. */
  afterwards?: Buffer;
  /** Whether the server waits for the client's FIN before it ends; `rst`: it resets. */
  ends: "first" | "after the client" | "rst";
  /** What the record says between the two handshakes and the end. */
  log: string[];
}

/** The server ends first. */
export const FIRST = ["server fin", "client fin"];

/** The client ends first. */
export const SECOND = ["client fin", "server fin"];

/** A text in hexadecimal. */
export const hex = (text: string) => Buffer.from(text).toString("hex");

/** A Close frame's record: length, code and reason. */
export const closed = (side: "server" | "client", code: number, reason = "") =>
  `${side} frame 8 ${side === "client" ? "masked " : ""}${2 + Buffer.byteLength(reason)} ${code} ${JSON.stringify(reason)}`;

/** The server closes, the client answers with `code`, the server ends. `log` is what the server sends. */
export const handshakeOfClose = (sends: string, log: string[], code = "0fa1"): Row => ({
  sends,
  client: clientClose(code),
  ends: "first",
  log: [...log, closed("client", Number.parseInt(code, 16)), ...FIRST],
});

/** The server sends something, the client fails the connection with 1002 and ends, then the server does. */
export const failure = (sends: string, log: string[], code = "03ea"): Row => ({
  sends,
  client: clientClose(code),
  ends: "after the client",
  log: [...log, closed("client", Number.parseInt(code, 16)), ...SECOND],
});

/** The client closes with this code and reason, the server answers. */
export const clientCloses = (code: number, reason: string, row: Omit<Row, "client">): Row => ({
  ...row,
  client: clientClose(code.toString(16).padStart(4, "0") + hex(reason)),
  log: [closed("client", code, reason), ...row.log],
});
