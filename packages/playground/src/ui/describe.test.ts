import type { ConnectionRecord, WireEvent } from "@wasclean/schema";
import { expect, it } from "vitest";
import { boundedText, quoted } from "../observe/bounded-text.ts";
import { describeTime } from "../observe/describe-time.ts";
import type { ObservedFact } from "../observe/observed-event.ts";
import { describeEvent } from "./describe-event.ts";
import { describeClientEnd, describeWireEvent } from "./describe-wire-event.ts";

it.each<[ObservedFact, string]>([
  [{ kind: "open", protocol: "", extensions: "" }, "open: subprotocol none, extensions none"],
  [{ kind: "message", type: "text", length: 1, preview: "x" }, "message: text, 1 byte: “x”"],
  [{ kind: "message", type: "binary", length: 0, preview: "" }, "message: binary, 0 bytes"],
  [{ kind: "close", code: 1005, reason: "", wasClean: true }, "close: code 1005, reason empty, wasClean true"],
  [{ kind: "exception", name: "SyntaxError", message: "no" }, "exception: the constructor threw SyntaxError: no"],
  [
    { kind: "close-called", code: null, reason: null, exception: null },
    "close(): called by this page without arguments",
  ],
  [
    { kind: "close-called", code: 999, reason: "", exception: { name: "E", message: "m" } },
    "close(): called by this page with 999 and empty, and refused: E: m",
  ],
])("%o is described as %s", (fact, words) => {
  const described = describeEvent({ at: 0, ...fact });
  expect(`${described.name}: ${described.words}`).toBe(words);
});

const frame = { at: 0, by: "server", kind: "frame", opcode: 1, fin: true, rsv: 0, masked: false, length: 2 } as const;
it.each<[WireEvent, string]>([
  [frame, "text frame, 2 bytes"],
  [{ ...frame, masked: true }, "text frame, 2 bytes, masked, which a server must not do"],
  [{ ...frame, by: "client" }, "text frame, 2 bytes, not masked"],
  [
    { ...frame, opcode: 3, rsv: 4, fin: false },
    "reserved opcode 3 frame, 2 bytes, not the last of its message, reserved bits 100",
  ],
  [{ ...frame, opcode: 8, code: 1002, reason: "no" }, "Close frame, code 1002, reason “no”, 2 bytes"],
  [{ ...frame, opcode: 8, code: null, reason: "", length: 0 }, "Close frame, no code, reason empty, 0 bytes"],
  [{ at: 0, by: "client", kind: "rst" }, "RST: the TCP connection is reset"],
  [{ at: 0, by: "client", kind: "surprise" } as unknown as WireEvent, "surprise"],
])("%o is described as %s", (event, words) => {
  expect(describeWireEvent(event)).toBe(words);
});

const record: ConnectionRecord = {
  id: "abcdefgh",
  ending: "e",
  startedAt: "",
  state: "ended",
  clientClose: null,
  clientEnd: null,
  events: [],
  truncated: false,
};
it.each<[Partial<ConnectionRecord>, string]>([
  [{}, "The lab got no Close frame from this browser; the lab ended TCP itself."],
  [{ state: "open" }, "The lab got no Close frame from this browser; the TCP connection is still open."],
  [
    { clientClose: { code: 1002, reason: "" }, clientEnd: "rst" },
    "This browser’s Close frame carried the code 1002 and no reason; then the browser ended TCP with RST.",
  ],
  [
    { clientClose: { code: null, reason: "" }, clientEnd: "fin" },
    "This browser’s Close frame carried no code and no reason; then the browser ended TCP with FIN.",
  ],
])("%o is described as %s", (part, words) => {
  expect(describeClientEnd({ ...record, ...part })).toBe(words);
});

it.each([
  ["plain", "plain"],
  ["a\u0000b\u202ec", "a\\u{0}b\\u{202e}c"],
  ["👩‍💻", "👩‍💻"],
  ["שלום", "\u2068שלום\u2069"],
  ["\u2069 مرحبا", "\u2068\\u{2069} مرحبا\u2069"],
  ["x".repeat(301), `${"x".repeat(300)}… (301 characters in all)`],
])("the text %j is shown as %j", (text, shown) => {
  expect(boundedText(text)).toBe(shown);
  expect(quoted(text)).toBe(`“${shown}”`);
});

it.each([
  [0, "0.0 ms"],
  [999.94, "999.9 ms"],
  [60000, "60.00 s"],
])("%d ms is shown as %s", (milliseconds, words) => {
  expect(describeTime(milliseconds)).toBe(words);
});
