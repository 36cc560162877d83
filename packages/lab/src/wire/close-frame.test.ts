import { expect, test } from "vitest";
import { encodeClose, fromCloseBody } from "./close-frame.ts";

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
