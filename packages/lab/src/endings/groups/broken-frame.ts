import { encodeClose } from "../../wire/close-frame.ts";
import { encodeFrame } from "../../wire/encode-frame.ts";
import { OPCODE } from "../../wire/frame.ts";
import type { Implementation } from "../implementation.ts";

const MASK = Buffer.from("37fa213d", "hex"); // the example key of RFC 6455 §5.7; any fixed key would do

/** The server sends a frame that the protocol forbids. */
export const brokenFrameEndings = {
  "frame-rsv1": send(encodeFrame({ opcode: OPCODE.text, rsv: 4, payload: Buffer.from("rsv1") })),
  "frame-opcode-3": send(encodeFrame({ opcode: 3 })),
  "frame-opcode-11": send(encodeFrame({ opcode: 11 })),
  "ping-fragmented": send(encodeFrame({ opcode: OPCODE.ping, fin: false })),
  "ping-126": send(encodeFrame({ opcode: OPCODE.ping, payload: Buffer.alloc(126, "x") })),
  "masked-text": send(encodeFrame({ opcode: OPCODE.text, payload: Buffer.from("masked"), mask: MASK })),
  "masked-close": send(encodeFrame({ opcode: OPCODE.close, payload: encodeClose(1000).subarray(2), mask: MASK })),
  "continuation-alone": send(encodeFrame({ opcode: OPCODE.continuation, payload: Buffer.from("alone") })),
  "message-in-message": send(
    encodeFrame({ opcode: OPCODE.text, payload: Buffer.from("outer"), fin: false }),
    encodeFrame({ opcode: OPCODE.text, payload: Buffer.from("inner") }),
  ),
  // Lengths that encodeFrame never writes: 126 and 127 announce 16 and 64 bits.
  "length-not-minimal": send(Buffer.from("817e0005", "hex"), Buffer.from("hello")),
  "length-top-bit": send(Buffer.from("817f8000000000000005", "hex"), Buffer.from("hello")),
  "length-huge": send(Buffer.from("827f0000010000000000", "hex")),
  "text-not-utf8": send(encodeFrame({ opcode: OPCODE.text, payload: Buffer.of(0xc3, 0x28) })),
  "http-after-handshake": send(Buffer.from("HTTP/1.1 400 Bad Request\r\n\r\n")),
} satisfies Record<string, Implementation>;

function send(...parts: Buffer[]): Implementation {
  const bytes = Buffer.concat(parts);
  return (connection) => {
    connection.accept();
    connection.send(bytes);
    connection.awaitEnd();
  };
}
