import { expect, test } from "vitest";
import { readVersion } from "./read-version.ts";

/** The parts of a version that are set, as words. */
function outline(raw: string): string {
  const { value, isReadable } = readVersion(raw);
  if (!isReadable) return "unreadable";
  const ranges = value.ranges.map(({ from, to, excludesTo }) => `${from ?? ""}..${excludesTo ? "<" : ""}${to ?? ""}`);
  return [value.number, ...ranges, value.word, value.partial && "partial", value.remark && `(${value.remark})`]
    .filter(Boolean)
    .join(" ");
}

test.each([
  ["23.0", "23.0"],
  ["1", "1"],
  ["1,0", "1.0"],
  ["7+", "7.."],
  ["7.0 plus", "7.0.."],
  ["9 and later", "9.."],
  ["8 and earlier", "..8"],
  ["8, and earlier", "..8"],
  ["30 or earlier", "..30"],
  ["< 9.0", "..<9.0"],
  ["Earlier than 5", "..<5"],
  ["up to (but excluding) 8", "..<8"],
  ["5.5 - 8", "5.5..8"],
  ["5.0-7.0 (partial)", "5.0..7.0 partial"],
  ["14–Current", "14.."],
  ["8.0 (partial)", "8.0 partial"],
  ["3.5 (1.9.1)", "3.5 (1.9.1)"],
  ["1.0 (1.7 or earlier)", "1.0 (1.7 or earlier)"],
  ["IE10", "10 (IE)"],
  ["iOS 5", "5 (iOS)"],
  ["18, 19", "18..18 19..19"],
  ["6, 7, 8, and 9", "6..6 7..7 8..8 9..9"],
  ["9 and 10", "9..9 10..10"],
  ["≥ 10.6 ≤12.1, 18+", "10.6..12.1 18.."],
  ["All", "all"],
  ["Any", "all"],
  ["All.", "all"],
  ["Beta", "beta"],
  ["Nightlies", "beta"],
  ["Now", "current"],
  ["N/A", "none"],
  ["No", "none"],
  ["soon", "unreadable"],
  ["5.5 - 8.0 with polyfill", "unreadable"],
  ["1.x", "unreadable"],
  ["-5", "unreadable"],
  ["1.2.", "unreadable"],
  ["From Gecko 2.0 (Firefox 4.0) to Gecko 14.0 (Firefox 14.0) included", "unreadable"],
  ["()", "unreadable"],
])("%j is read as %j", (raw, expected) => {
  expect(outline(raw)).toBe(expected);
});

test("an unreadable version keeps its text and claims nothing", () => {
  expect(readVersion("Canary 23.0 (with flag)").value).toEqual({
    raw: "Canary 23.0 (with flag)",
    number: null,
    ranges: [],
    word: null,
    partial: false,
    remark: null,
  });
});
