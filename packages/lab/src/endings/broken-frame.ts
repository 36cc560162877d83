import type { Connection } from "../connection.ts";
import { encodeFrame } from "../encode-frame.ts";
import { OPCODE } from "../frame.ts";
import type { Implementation } from "../implementation.ts";

const MASK = Buffer.from("37fa213d", "hex"); // the key of the example in RFC 6455 §5.7: any fixed one will do

/** The server sends a frame that the protocol forbids. */
export const brokenFrameEndings = {
  "text-not-utf8": (connection) =>
    sendFrame(connection, encodeFrame({ opcode: OPCODE.text, payload: Buffer.of(0xc3, 0x28) })),
  "masked-text": (connection) =>
    sendFrame(connection, encodeFrame({ opcode: OPCODE.text, payload: Buffer.from("masked"), mask: MASK })),
} satisfies Record<string, Implementation>;

function sendFrame(connection: Connection, bytes: Buffer): void {
  connection.accept();
  connection.send(bytes);
  connection.awaitEnd();
}
