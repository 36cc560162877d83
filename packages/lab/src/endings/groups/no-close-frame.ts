import { HEAD_START_MS } from "../head-start.ts";
import type { Implementation } from "../implementation.ts";

/** The server ends the TCP connection without a Close frame. */
export const noCloseFrameEndings = {
  "fin-no-close": (connection) => connection.acceptByWs(() => connection.after(HEAD_START_MS, () => connection.end())),
  "rst-no-close": (connection) => connection.acceptByWs(() => connection.reset(HEAD_START_MS)),
  "fin-in-frame": (connection) => {
    connection.accept();
    connection.after(HEAD_START_MS, () => {
      connection.send(Buffer.from("\x81\x0afour", "latin1"));
      connection.end();
    });
  },
} satisfies Record<string, Implementation>;
