import { encodeClose } from "../../wire/close-frame.ts";
import { encodeFrame } from "../../wire/encode-frame.ts";
import { OPCODE } from "../../wire/frame.ts";
import { HEAD_START_MS } from "../head-start.ts";
import type { Implementation } from "../implementation.ts";

const BYE = encodeClose(4001, "bye");

const text = (payload: string) => encodeFrame({ opcode: OPCODE.text, payload: Buffer.from(payload) });

/** The server sends a Close frame, and something goes on before, within or after it. */
export const aroundCloseEndings = {
  "close-twice": sendTogether(encodeClose(4001, "first"), encodeClose(4002, "second")),
  "close-then-text": sendTogether(BYE, text("late")),
  "close-then-ping": sendTogether(BYE, encodeFrame({ opcode: OPCODE.ping })),
  "text-then-close": sendTogether(text("hello"), BYE),
  "close-between-fragments": sendTogether(
    encodeFrame({ opcode: OPCODE.text, payload: Buffer.from("first, "), fin: false }),
    BYE,
    encodeFrame({ opcode: OPCODE.continuation, payload: Buffer.from("last") }),
  ),
  "close-with-handshake": (connection) => {
    connection.accept({}, BYE);
    connection.awaitClose();
  },
  "close-then-fin": (connection) => {
    connection.accept();
    connection.send(BYE);
    connection.end();
  },
  "close-then-rst": (connection) => {
    connection.accept();
    connection.after(HEAD_START_MS, () => connection.send(BYE, () => connection.reset()));
  },
  "close-echo-rst": (connection) => {
    connection.accept();
    connection.send(BYE);
    connection.awaitClose(() => connection.reset());
  },
  "close-tcp-open": (connection) => {
    connection.accept();
    connection.send(BYE);
    connection.awaitClose(() => connection.awaitEndPatiently());
  },
} satisfies Record<string, Implementation>;

function sendTogether(...frames: Buffer[]): Implementation {
  const bytes = Buffer.concat(frames);
  return (connection) => {
    connection.accept();
    connection.send(bytes);
    connection.awaitClose();
  };
}
