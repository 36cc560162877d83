import { encodeClose, isValidClose } from "../close-frame.ts";
import type { Connection } from "../connection.ts";
import type { Implementation } from "../implementation.ts";

/** The server sends a Close frame, or what looks like one. */
export const closeFrameEndings = {
  "server-close": (connection) => {
    const { code, reason } = connection.target;
    if (!isValidClose(code, reason)) return sendClose(connection, encodeClose(code, reason));
    connection.acceptByWs((webSocket) => {
      webSocket.close(code, reason);
      connection.awaitClose();
    });
  },
  "close-empty": (connection) =>
    connection.acceptByWs((webSocket) => {
      webSocket.close();
      connection.awaitClose();
    }),
  "close-reason-124": (connection) => sendClose(connection, encodeClose(1000, "x".repeat(124))),
  "close-twice": (connection) =>
    sendClose(connection, Buffer.concat([encodeClose(4001, "first"), encodeClose(4002, "second")])),
} satisfies Record<string, Implementation>;

function sendClose(connection: Connection, bytes: Buffer): void {
  connection.accept();
  connection.send(bytes);
  connection.awaitClose();
}
