import { describe, expect, it } from "vitest";
import { explainRefusal } from "../ui/explain-refusal.ts";
import { closeCodeOf, isCodeForClose, isCodeForFrame } from "./close-codes.ts";
import { readCloseCode } from "./read-close-code.ts";
import { utf8Length } from "./utf8-length.ts";

describe("close codes", () => {
  it.each<[code: number, name: string, forFrame: boolean, forClose: boolean]>([
    [0, "Not used", false, false],
    [999, "Not used", false, false],
    [1000, "Normal Closure", true, true],
    [1001, "Going Away", true, false],
    [1002, "Protocol error", true, false],
    [1003, "Unsupported Data", true, false],
    [1004, "Reserved", false, false],
    [1005, "No Status Rcvd", false, false],
    [1006, "Abnormal Closure", false, false],
    [1007, "Invalid frame payload data", true, false],
    [1008, "Policy Violation", true, false],
    [1009, "Message Too Big", true, false],
    [1010, "Mandatory Ext.", true, false],
    [1011, "Internal Error", true, false],
    [1012, "Service Restart", true, false],
    [1013, "Try Again Later", true, false],
    [1014, "No short name", true, false],
    [1015, "TLS handshake", false, false],
    [1016, "Unassigned", false, false],
    [2999, "Unassigned", false, false],
    [3000, "Unauthorized", true, true],
    [3001, "Unassigned", true, true],
    [3003, "Forbidden", true, true],
    [3008, "Timeout", true, true],
    [3999, "Unassigned", true, true],
    [4000, "Private Use", true, true],
    [4999, "Private Use", true, true],
    [5000, "Outside every range", false, false],
    [65535, "Outside every range", false, false],
  ])("%i is called %s", (code, name, forFrame, forClose) => {
    expect(closeCodeOf(code).name).toBe(name);
    expect(closeCodeOf(code).meaning).toMatch(/^[A-Z].*\.$/);
    expect([isCodeForFrame(code), isCodeForClose(code)]).toEqual([forFrame, forClose]);
  });
});

it.each([
  ["1000", 1000],
  [" 65535 ", 65535],
  ["0", 0],
  ["65536", null],
  ["-1", null],
  ["1e3", null],
  ["4001.0", null],
  ["", null],
  ["bye", null],
])("the code typed as %j is read as %j", (text, value) => {
  expect(readCloseCode(text)).toBe(value);
});

it.each([
  ["", 0],
  ["bye", 3],
  ["é", 2],
  ["€", 3],
  ["😀", 4],
  ["\ud83d", 3],
  ["\ufeff", 3],
  ["\u0000", 1],
])("%j takes %i bytes", (text, length) => {
  expect(utf8Length(text)).toBe(length);
});

it.each([
  [null, null, null],
  [null, "", null],
  [null, "bye", "needs a code before it"],
  [1000, "x".repeat(123), null],
  [4999, "", null],
  [1001, "x".repeat(124), "1001 is neither"],
  [3000, "é".repeat(62), "this one has 124"],
  [null, "x".repeat(124), "this one has 124"],
])("close(%j, %j) is refused because %j", (code, reason, words) => {
  const explanation = explainRefusal(code, reason);
  if (words === null) expect(explanation).toBeNull();
  else expect(explanation).toContain(words);
});
