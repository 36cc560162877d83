import { encodeResponse } from "../http-response.ts";
import type { Implementation } from "../implementation.ts";

const WRONG_ACCEPT = Buffer.alloc(20).toString("base64"); // a SHA-1 of zeros; that of a real key it is not

/** The opening handshake fails. */
export const openingHandshakeEndings = {
  "handshake-status-403": (connection) => {
    const headers = { Connection: "close", "Content-Length": "0", "X-WasClean-Connection": connection.id };
    connection.answer(encodeResponse(403, headers));
    connection.end();
  },
  "handshake-wrong-accept": (connection) => {
    connection.accept(WRONG_ACCEPT);
    connection.awaitEnd();
  },
} satisfies Record<string, Implementation>;
