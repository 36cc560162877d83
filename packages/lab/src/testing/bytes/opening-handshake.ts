import { ANSWER, FIRST, hex, ID, type Row, SECOND } from "./row.ts";

const CHAT = { "Sec-WebSocket-Protocol": "chat" };
const NAME = "X-WasClean-Connection: ";

const refused = (line: string, more = "", usual = "Connection: close\r\nContent-Length: 0\r\n"): Row => ({
  answer: `HTTP/1.1 ${line}\r\n${usual}${more}${NAME}${ID}\r\n\r\n`,
  ends: "first",
  log: FIRST,
});

const redirected = (headers: Record<string, string>, address: string): Row => ({
  ...refused("301 Moved Permanently", `Location: ${address}\r\n`),
  headers,
});

const accepted = (answer: string, headers: Record<string, string> = {}): Row => ({
  answer,
  headers,
  ends: "after the client",
  log: SECOND,
});

const PATH = "/lab/client-close-echo";

/** See `implementations.test.ts`. */
export const openingHandshakeRows = {
  "handshake-status-200": [refused("200 OK")],
  "handshake-status-400": [refused("400 Bad Request")],
  "handshake-status-401": [refused("401 Unauthorized", 'WWW-Authenticate: Bearer realm="lab"\r\n')],
  "handshake-status-403": [refused("403 Forbidden")],
  "handshake-status-404": [refused("404 Not Found")],
  "handshake-status-426": [
    refused("426 Upgrade Required", "Upgrade: websocket\r\n", "Connection: close, Upgrade\r\nContent-Length: 0\r\n"),
  ],
  "handshake-status-429": [refused("429 Too Many Requests", "Retry-After: 1\r\n")],
  "handshake-status-500": [refused("500 Internal Server Error")],
  "handshake-status-503": [refused("503 Service Unavailable", "Retry-After: 1\r\n")],
  "handshake-redirect": [
    redirected({}, `ws://localhost${PATH}`),
    redirected({ Host: "127.0.0.1:4322" }, `ws://127.0.0.1:4322${PATH}`),
    redirected({ Host: "a.localhost:4322" }, `ws://a.localhost:4322${PATH}`),
    redirected({ Host: "[::1]:4322" }, `ws://[::1]:4322${PATH}`),
    ...["example.org", "localhost.example.org", "127.0.0.1.example.org", "a%0d", "a_b"].map((Host) =>
      redirected({ Host }, `ws://127.0.0.1:PORT${PATH}`),
    ),
  ],
  "handshake-wrong-accept": [accepted(ANSWER.replace("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", "AAAAAAAAAAAAAAAAAAAAAAAAAAA="))],
  "handshake-no-accept": [accepted(ANSWER.replace("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n", ""))],
  "handshake-no-upgrade": [accepted(ANSWER.replace("Upgrade: websocket\r\n", ""))],
  "handshake-unasked-subprotocol": [accepted(ANSWER.replace(NAME, `Sec-WebSocket-Protocol: chat\r\n${NAME}`))],
  "handshake-other-subprotocol": [accepted(ANSWER.replace(NAME, `Sec-WebSocket-Protocol: superchat\r\n${NAME}`), CHAT)],
  "handshake-no-subprotocol": [accepted(ANSWER, CHAT)],
  "handshake-unasked-extension": [accepted(ANSWER.replace(NAME, `Sec-WebSocket-Extensions: x-wasclean\r\n${NAME}`))],
  "handshake-not-http": [
    { answer: "", sends: hex("SSH-2.0-wasclean\r\n"), ends: "after the client", log: ["server bytes 18", ...SECOND] },
  ],
  "handshake-fin": [{ answer: "", ends: "first", log: FIRST }],
  "handshake-rst": [{ answer: "", ends: "rst", log: ["server rst"] }],
  "handshake-no-answer": [{ answer: "", ends: "after the client", log: SECOND }],
} satisfies Record<string, Row[]>;
