import { expect, test } from "vitest";
import { checkClientFrame } from "./client-frame-rules.ts";
import type { FrameHeader } from "./frame.ts";

const frame = (opcode: number, more: Partial<FrameHeader> = {}): FrameHeader => ({
  fin: true,
  rsv: 0,
  opcode,
  masked: true,
  length: 5,
  ...more,
});

const ROWS: [what: string, frames: FrameHeader[], codes: (number | null)[]][] = [
  ["text", [frame(1)], [null]],
  ["binary of the largest size", [frame(2, { length: 100 })], [null]],
  ["fragments with a ping among them", [frame(1, { fin: false }), frame(9), frame(0)], [null, null, null]],
  ["a message after a message", [frame(1, { length: 60 }), frame(1, { length: 60 })], [null, null]],
  ["Close of 125 bytes", [frame(8, { length: 125 })], [null]],
  ["unmasked", [frame(1, { masked: false })], [1002]],
  ["RSV1", [frame(1, { rsv: 4 })], [1002]],
  ["opcode 3", [frame(3)], [1002]],
  ["opcode 7", [frame(7)], [1002]],
  ["opcode 11", [frame(11)], [1002]],
  ["opcode 15", [frame(15)], [1002]],
  ["a ping of 126 bytes", [frame(9, { length: 126 })], [1002]],
  ["a fragmented ping", [frame(9, { fin: false })], [1002]],
  ["nothing to continue", [frame(0)], [1002]],
  ["nothing to continue any more", [frame(1), frame(0)], [null, 1002]],
  ["a message inside a message", [frame(1, { fin: false }), frame(1)], [null, 1002]],
  ["binary too big", [frame(2, { length: 101 })], [1009]],
  ["a length beyond all", [frame(2, { length: Infinity })], [1009]],
  ["fragments too big together", [frame(1, { fin: false, length: 60 }), frame(0, { length: 41 })], [null, 1009]],
];

test.each(ROWS)("%s", (_, frames, codes) => {
  const message = { open: false, bytes: 0 };
  expect(frames.map((header) => checkClientFrame(header, message, 100))).toEqual(codes);
});
