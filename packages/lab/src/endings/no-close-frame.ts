import type { Implementation } from "../implementation.ts";

// An RST may throw away what the peer's system has received and its program not yet read (RFC 9293 §3.10.7.4):
// so the opening handshake gets a head start.
const HEAD_START_MS = 100;

/** The server ends the TCP connection without a Close frame. */
export const noCloseFrameEndings = {
  "fin-no-close": (connection) => connection.acceptByWs(() => connection.end()),
  "rst-no-close": (connection) => connection.acceptByWs(() => connection.reset(HEAD_START_MS)),
} satisfies Record<string, Implementation>;
