import { expect, test } from "vitest";
import { outcomeWords, reasonWords, SENDERS, senderWords, serverSawWords } from "./index.ts";

const seen = { events: [], code: null, reason: null, wasClean: null, throws: null };
const close = { ...seen, code: 1006, reason: "", wasClean: false, events: ["error" as const, "close" as const] };

test.each([
  [seen, "no event"],
  [{ ...seen, throws: "SyntaxError" }, "no event, throws SyntaxError"],
  [close, "error → close, 1006, not clean"],
  [{ ...close, code: 1000, reason: 'a "b"', wasClean: true }, 'error → close, 1000, “a "b"”, clean'],
  [{ ...close, reason: "🙂".repeat(25) }, `error → close, 1006, “${"🙂".repeat(23)}…”, not clean`],
])("an outcome: %j", (outcome, words) => expect(outcomeWords(outcome, 24)).toBe(words));

test.each([
  [null, "none"],
  ["", "empty"],
  ["bye", "“bye”"],
  ["a\0\ufeffb", "“a\\u{0}\\u{feff}b”"],
  ["x".repeat(200), `“${"x".repeat(200)}”`],
])("the reason %j", (reason, words) => expect(reasonWords(reason)).toBe(words));

test.each([
  [[], "nothing"],
  [[{ kind: "fin" }], "FIN"],
  [[{ kind: "rst" }], "RST"],
  [[{ kind: "timeout" }], "nothing until it stopped waiting"],
  [[{ kind: "bytes", length: 3 }], "3 bytes that are not a frame"],
  [[{ kind: "frame", opcode: 9, length: 4 }], "Ping frame, 4 bytes"],
  [[{ kind: "frame", opcode: 3, length: 0 }], "opcode 3 frame, 0 bytes"],
  [
    [{ kind: "frame", opcode: 8, length: 0, code: null, reason: "" }, { kind: "fin" }],
    "Close frame without a code, then FIN",
  ],
  [[{ kind: "frame", opcode: 8, length: 5, code: 4001, reason: "bye" }], "Close frame 4001 “bye”"],
] as const)("what the server saw: %j", (saw, words) => expect(serverSawWords([...saw])).toBe(words));

test("who may send a code", () => {
  const words = Object.keys(SENDERS).map((sentBy) => senderWords(sentBy as keyof typeof SENDERS));
  expect(words).toEqual([
    "Either side may send it",
    "Only the client may send it",
    "Only the server may send it",
    "Nobody may send it",
  ]);
});
