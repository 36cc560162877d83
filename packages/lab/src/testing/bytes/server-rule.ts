import { clientClose, clientFrame } from "../raw-client.ts";
import { closed, FIRST, hex, type Row } from "./row.ts";

/** The client sends what is allowed, what is not, and then the answer to the server's Close frame. */
const broken = (allowed: Buffer, forbidden: Buffer, log: string[], code: number, reason: string): Row => ({
  client: Buffer.concat([allowed, forbidden]),
  afterwards: clientClose(code.toString(16).padStart(4, "0")),
  replies: `88${(2 + reason.length).toString(16).padStart(2, "0")}${code.toString(16).padStart(4, "0")}${hex(reason)}`,
  ends: "first",
  log: [...log, closed("server", code, reason), closed("client", code), ...FIRST],
});

const text = (payload: string) => clientFrame({ opcode: 1, payload: Buffer.from(payload) });
const binary = (...bytes: number[]) => clientFrame({ opcode: 2, payload: Buffer.from(bytes) });
const fragments = Buffer.concat([
  clientFrame({ opcode: 1, payload: Buffer.alloc(1_024, "x"), fin: false }),
  clientFrame({ opcode: 0, payload: Buffer.from("x") }),
]);

/** See `implementations.test.ts`. */
export const serverRuleRows = {
  "message-too-big": [
    broken(
      text("x".repeat(1_024)),
      text("x".repeat(1_025)),
      ["client frame 1 masked 1024", "client frame 1 masked 1025"],
      1009,
      "at most 1024 bytes",
    ),
    broken(
      binary(1),
      fragments,
      ["client frame 2 masked 1", "client frame 1 more masked 1024", "client frame 0 masked 1"],
      1009,
      "at most 1024 bytes",
    ),
  ],
  "binary-message": [
    broken(text("x"), binary(0, 255), ["client frame 1 masked 1", "client frame 2 masked 2"], 1003, "text only"),
  ],
  "forbidden-word": [
    broken(
      text("unforbidden"),
      text("a forbidden word"),
      ["client frame 1 masked 11", "client frame 1 masked 16"],
      1008,
      "forbidden word",
    ),
    broken(
      clientFrame({ opcode: 2, payload: Buffer.from("forbidden") }),
      text("forbidden"),
      ["client frame 2 masked 9", "client frame 1 masked 9"],
      1008,
      "forbidden word",
    ),
  ],
} satisfies Record<string, Row[]>;
