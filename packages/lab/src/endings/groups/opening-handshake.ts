import { encodeResponse } from "../../responses/http-response.ts";
import { encodeCloseBody } from "../../wire/close-frame.ts";
import type { AnswerChanges } from "../../wire/opening-handshake.ts";
import type { Implementation } from "../implementation.ts";

const WRONG_ACCEPT = Buffer.alloc(20).toString("base64"); // a digest of zeros, which no key has

/** The opening handshake fails. */
export const openingHandshakeEndings = {
  "handshake-status-200": answer(200),
  "handshake-status-400": answer(400),
  // Bearer, because browsers ask the user for a password on Basic and Digest.
  "handshake-status-401": answer(401, () => ({ "WWW-Authenticate": 'Bearer realm="lab"' })),
  "handshake-status-403": answer(403),
  "handshake-status-404": answer(404),
  // Upgrade must be named in Connection: RFC 9110 §7.8.
  "handshake-status-426": answer(426, () => ({ Connection: "close, Upgrade", Upgrade: "websocket" })),
  "handshake-status-429": answer(429, () => ({ "Retry-After": "1" })),
  "handshake-status-500": answer(500),
  "handshake-status-503": answer(503, () => ({ "Retry-After": "1" })),
  "handshake-redirect": answer(301, (authority) => ({ Location: `ws://${authority}/lab/client-close-echo` })),
  "handshake-wrong-accept": accept({ "Sec-WebSocket-Accept": WRONG_ACCEPT }),
  "handshake-no-accept": accept({ "Sec-WebSocket-Accept": null }),
  "handshake-no-upgrade": accept({ Upgrade: null }),
  "handshake-unasked-subprotocol": accept({ "Sec-WebSocket-Protocol": "chat" }),
  "handshake-other-subprotocol": accept({ "Sec-WebSocket-Protocol": "superchat" }),
  "handshake-no-subprotocol": (connection) => {
    connection.accept({ "Sec-WebSocket-Protocol": null });
    // Some clients accept this.
    connection.onClientClose((body) => {
      connection.send(encodeCloseBody(body));
      connection.end();
    });
  },
  "handshake-unasked-extension": accept({ "Sec-WebSocket-Extensions": "x-wasclean" }),
  "handshake-not-http": (connection) => {
    connection.answer(Buffer.from("SSH-2.0-wasclean\r\n"));
    connection.awaitEnd();
  },
  "handshake-fin": (connection) => {
    connection.leaveUnanswered();
    connection.end();
  },
  "handshake-rst": (connection) => connection.reset(),
  "handshake-no-answer": (connection) => {
    connection.leaveUnanswered();
    connection.awaitEndPatiently();
  },
} satisfies Record<string, Implementation>;

/** Answers with an HTTP status; further headers may depend on the server's host and port. */
function answer(
  status: number,
  headersFor: (authority: string) => Record<string, string> = () => ({}),
): Implementation {
  return (connection) => {
    const usual = { Connection: "close", "Content-Length": "0" };
    const headers = { ...usual, ...headersFor(connection.authority), "X-WasClean-Connection": connection.id };
    connection.answer(encodeResponse(status, headers));
    connection.end();
  };
}

/** Answers 101 with unusual headers. */
function accept(changes: AnswerChanges): Implementation {
  return (connection) => {
    connection.accept(changes);
    connection.awaitEnd();
  };
}
