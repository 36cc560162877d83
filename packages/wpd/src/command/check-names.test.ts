import { join, sep } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkName, checkNames, hasCaseTwins, toTarget } from "./check-names.ts";

test.each([
  ["../up", /dot or two/],
  ["a/../../up", /dot or two/],
  ["..", /dot or two/],
  ["a/.", /dot or two/],
  ["/etc/passwd", /begins with a slash/],
  ["", /empty/],
  ["a//b", /empty/],
  ["a/", /empty/],
  ["a\0b", /control/],
  ["a\nb", /control/],
  ["x".repeat(251), /longer than 250 bytes/],
  [`${"x".repeat(256)}/a`, /longer/],
  ["ü".repeat(126), /longer/],
  ["report", /report/],
  ["Report.1-of-3", /report/],
])("refuses %j", (slug, message) => {
  expect(checkName(slug, "linux")).toMatch(message);
});

test.each(["a", "apis/websocket/CloseEvent", "x".repeat(250), "a/report", "data-*", "...", "CON", ":hover", "日本"])(
  "accepts %j",
  (slug) => {
    expect(checkName(slug, "linux")).toBeNull();
  },
);

test.each(["CON", "a/nul.x", "a:b", "..\\up", "C:\\x", "data-*", "a./b"])("refuses %j on Windows", (slug) => {
  expect(checkName(slug, "win32")).toMatch(/Windows|dot/);
});

test("no name that it accepts leaves the output", () => {
  const part = fc.oneof(fc.constantFrom("..", ".", "", "/", "\\", "a"), fc.string());
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const slug = parts.join("/");
      fc.pre(checkName(slug, process.platform) === null);
      expect(join("out", toTarget(slug)).startsWith(`out${sep}`)).toBe(true);
    }),
  );
});

test.each([
  [["a", "b", "a"], false, [null, null, /another page.*“a”/]],
  [["a", "A"], false, [null, null]],
  [["a/b", "A/B", "c"], true, [null, /“a\/b”, as this file system ignores case/, null]],
  [["\u00e9", "e\u0301"], true, [null, /case/]],
  [["a.json/b", "a"], false, [/folder.*“a”/, null]],
  [["../a", "../a"], false, [/dot/, /dot/]],
])("of %j, where case is folded: %j, finds %j", (slugs, folds, expected) => {
  const problems = checkNames(slugs, "linux", folds);
  for (const [place, message] of expected.entries()) {
    if (message === null) expect(problems[place]).toBeNull();
    else expect(problems[place]).toMatch(message);
  }
});

test("tells paths that differ in case from repeated ones", () => {
  expect(hasCaseTwins(["a", "b", "a"])).toBe(false);
  expect(hasCaseTwins(["a", "b", "A"])).toBe(true);
});
