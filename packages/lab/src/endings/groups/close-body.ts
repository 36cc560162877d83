import { encodeClose, encodeCloseBody } from "../../wire/close-frame.ts";
import type { Implementation } from "../implementation.ts";

/** The server sends a Close frame with an unusual body. */
export const closeBodyEndings = {
  "close-empty": (connection) =>
    connection.acceptByWs((webSocket) => {
      webSocket.close();
      connection.awaitClose();
    }),
  "close-one-byte": sendClose(encodeCloseBody(Buffer.of(0x03))),
  "close-reason-123": sendClose(encodeClose(1000, "x".repeat(123))),
  "close-reason-124": (connection) => {
    connection.accept();
    connection.send(encodeClose(1000, "x".repeat(124)));
    connection.awaitEnd();
  },
  "close-reason-not-utf8": sendClose(encodeCloseBody(Buffer.of(0x03, 0xe8, 0xc3, 0x28))),
  "close-reason-bom": sendClose(encodeClose(1000, "\u{feff}bye")),
  "close-reason-nul": sendClose(encodeClose(1000, "a\0b")),
  // Woman, skin tone, joiner, rocket: 👩🏽‍🚀 in escapes, because editors may drop the joiner.
  "close-reason-emoji": sendClose(encodeClose(1000, "\u{1f469}\u{1f3fd}\u{200d}\u{1f680}")),
} satisfies Record<string, Implementation>;

function sendClose(bytes: Buffer): Implementation {
  return (connection) => {
    connection.accept();
    connection.send(bytes);
    connection.awaitClose();
  };
}
