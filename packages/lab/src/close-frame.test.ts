import { expect, test } from "vitest";
import { encodeClose, fromCloseBody, isValidClose } from "./close-frame.ts";

test.each([
  [1000, "", "880203e8"],
  [4001, "bye", "88050fa1627965"],
  [0, "", "88020000"],
  [65535, "é", "8804ffffc3a9"],
  [1000, "x".repeat(124), `887e007e03e8${"78".repeat(124)}`],
])("encodes %i %j", (code, reason, hex) => {
  expect(encodeClose(code, reason).toString("hex")).toBe(hex);
});

test.each([
  ["", null, ""],
  ["03", null, ""],
  ["03e8", 1000, ""],
  ["ffff627965", 65535, "bye"],
  ["03e8c328", 1000, "\ufffd("],
  ["03e8efbbbf61", 1000, "\ufeffa"],
])("reads %j", (hex, code, reason) => {
  expect(fromCloseBody(Buffer.from(hex, "hex"))).toEqual({ code, reason });
});

test.each([1000, 1001, 1002, 1003, 1007, 1011, 1012, 1013, 1014, 3000, 3999, 4000, 4999])("%i may be sent", (code) => {
  expect(isValidClose(code, "")).toBe(true);
});

test.each([0, 999, 1004, 1005, 1006, 1015, 1016, 2000, 2999, 5000, 65535])("%i must not be sent", (code) => {
  expect(isValidClose(code, "")).toBe(false);
});

test.each([
  ["x".repeat(123), true],
  ["x".repeat(124), false],
  ["é".repeat(61), true],
  ["é".repeat(62), false],
])("a reason of 123 bytes at most", (reason, valid) => {
  expect(isValidClose(1000, reason)).toBe(valid);
});
