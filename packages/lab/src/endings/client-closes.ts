import { encodeClose } from "../close-frame.ts";
import type { Implementation } from "../implementation.ts";

/** The client sends the first Close frame. */
export const clientClosesEndings = {
  // ws echoes by itself.
  "client-close-echo": (connection) => connection.acceptByWs(() => {}),
  "client-close-other-code": (connection) => {
    const { code, reason } = connection.target;
    connection.accept();
    connection.onClientClose(() => {
      connection.send(encodeClose(code, reason));
      connection.end();
    });
  },
} satisfies Record<string, Implementation>;
