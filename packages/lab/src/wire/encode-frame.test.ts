import { expect, test } from "vitest";
import { encodeFrame, type FrameOptions } from "./encode-frame.ts";

const mask = Buffer.from("37fa213d", "hex");
const hello = Buffer.from("Hello");

const ROWS: [what: string, frame: FrameOptions, hex: string][] = [
  ["RFC 6455 §5.7: unmasked text", { opcode: 1, payload: hello }, "810548656c6c6f"],
  ["RFC 6455 §5.7: masked text", { opcode: 1, payload: hello, mask }, "818537fa213d7f9f4d5158"],
  ["RFC 6455 §5.7: first fragment", { opcode: 1, payload: Buffer.from("Hel"), fin: false }, "010348656c"],
  ["RFC 6455 §5.7: last fragment", { opcode: 0, payload: Buffer.from("lo") }, "80026c6f"],
  ["RFC 6455 §5.7: ping", { opcode: 9, payload: hello }, "890548656c6c6f"],
  ["RFC 6455 §5.7: masked pong", { opcode: 10, payload: hello, mask }, "8a8537fa213d7f9f4d5158"],
  ["empty", { opcode: 8 }, "8800"],
  ["empty and masked", { opcode: 8, mask }, "888037fa213d"],
  ["all reserved bits", { opcode: 2, rsv: 7 }, "f200"],
  ["RSV1", { opcode: 2, rsv: 4 }, "c200"],
  ["a reserved opcode", { opcode: 11 }, "8b00"],
];

test.each(ROWS)("%s", (_, frame, hex) => {
  expect(encodeFrame(frame).toString("hex")).toBe(hex);
});

test.each([
  [125, "827d"],
  [126, "827e007e"],
  [65535, "827effff"],
  [65536, "827f0000000000010000"],
])("a payload of %i bytes", (length, head) => {
  const bytes = encodeFrame({ opcode: 2, payload: Buffer.alloc(length, 0xab) });
  expect(bytes.toString("hex", 0, head.length / 2)).toBe(head);
  expect(bytes.length).toBe(head.length / 2 + length);
  expect(bytes.at(-1)).toBe(0xab);
});
