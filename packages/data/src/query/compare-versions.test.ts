import { expect, test } from "vitest";
import { compareVersions } from "./compare-versions.ts";

test.each([
  ["23", "23.0", 0],
  ["9", "10", -1],
  ["12.1", "12", 1],
  ["4.4.3", "4.4", 1],
  ["≤37", "37", 0],
  ["1.0.0", "1", 0],
  ["preview", "1", Number.NaN],
  ["1", "", Number.NaN],
  ["1", "2 beta", Number.NaN],
])("%s and %s: %d", (a, b, sign) => {
  expect(Math.sign(compareVersions(a, b))).toBe(sign);
  if (sign) expect(Math.sign(compareVersions(b, a))).toBe(-sign);
});
