import type { RunData } from "../run/run-data.ts";

/** A run for tests: `server-close` with 4001, closed. */
export const runFixture: RunData = {
  format: "wasclean-run",
  version: 1,
  mode: "live",
  engine: null,
  url: "ws://localhost:4322/lab/server-close?code=4001&reason=bye&connection=abcdefgh",
  protocols: [],
  ending: "server-close",
  code: 4001,
  reason: "bye",
  startedAt: "2026-11-22T10:00:00.000Z",
  userAgent: "test",
  page: { protocol: "http:", host: "localhost:4322", online: true },
  events: [
    { at: 1, kind: "open", protocol: "", extensions: "" },
    { at: 2, kind: "message", type: "text", length: 5, preview: "hello" },
    { at: 3, kind: "send-called", type: "text", length: 1, preview: "x", exception: null },
    { at: 4, kind: "close-called", code: 999, reason: null, exception: { name: "E", message: "m" } },
    { at: 5, kind: "close", code: 4001, reason: "bye", wasClean: true },
  ],
  wire: [
    { at: 0, by: "client", kind: "handshake", line: "GET / HTTP/1.1" },
    { at: 1, by: "server", kind: "frame", opcode: 8, fin: true, rsv: 0, masked: false, length: 5, code: 4001 },
    { at: 2, by: "client", kind: "fin" },
  ],
  record: {
    id: "abcdefgh",
    ending: "server-close",
    startedAt: "2026-11-22T10:00:00.000Z",
    state: "ended",
    clientClose: { code: 4001, reason: "bye" },
    clientEnd: "fin",
    events: [{ at: 2, by: "client", kind: "fin" }],
    truncated: false,
  },
  violations: [{ directive: "connect-src", blockedURI: "ws://localhost:1" }],
  localNetwork: null,
};
