import { encodeClose, encodeCloseBody } from "../../wire/close-frame.ts";
import type { Connection } from "../../wire/connection.ts";
import { encodeFrame } from "../../wire/encode-frame.ts";
import { OPCODE } from "../../wire/frame.ts";
import type { Implementation } from "../implementation.ts";

const LATE_MS = 1_000;

/** Waits for the client's Close frame and answers it with the same code and reason: ws does both by itself. */
export const echo: Implementation = (connection) => connection.acceptByWs(() => {});

/** The client sends the first Close frame. */
export const clientClosesEndings = {
  "client-close-echo": echo,
  "client-close-tcp-open": onClose((connection, body) => {
    connection.send(encodeCloseBody(body));
    connection.awaitEndPatiently();
  }),
  "client-close-other-code": answerWith((_, { target }) => encodeClose(target.code, target.reason)),
  "client-close-empty": answerWith(() => encodeCloseBody(Buffer.alloc(0))),
  "client-close-1015": answerWith(() => encodeClose(1015)),
  "client-close-text": answerWith((body) => {
    const late = encodeFrame({ opcode: OPCODE.text, payload: Buffer.from("late") });
    return Buffer.concat([late, encodeCloseBody(body)]);
  }),
  "client-close-fin": onClose((connection) => connection.end()),
  "client-close-rst": onClose((connection) => connection.reset()),
  "client-close-never": onClose((connection) => connection.awaitEndPatiently()),
  "client-close-late": onClose((connection, body) =>
    connection.after(LATE_MS, () => {
      connection.send(encodeCloseBody(body));
      connection.end();
    }),
  ),
} satisfies Record<string, Implementation>;

/** Calls a function once the client's Close frame has arrived. */
function onClose(then: (connection: Connection, body: Buffer) => void): Implementation {
  return (connection) => {
    connection.accept();
    connection.onClientClose((body) => then(connection, body));
  };
}

/** Answers the client's Close frame with the given bytes, then ends. */
function answerWith(bytes: (body: Buffer, connection: Connection) => Buffer): Implementation {
  return onClose((connection, body) => {
    connection.send(bytes(body, connection));
    connection.end();
  });
}
