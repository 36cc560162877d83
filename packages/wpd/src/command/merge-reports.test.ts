import type { Report } from "@wasclean/schema";
import { expect, test } from "vitest";
import { ImportCounts } from "./import-counts.ts";
import { mergeReports, parseReport } from "./merge-reports.ts";

const part = (index: number, of: number, listing = ["a", "b"]): Report => {
  const counts = new ImportCounts();
  counts.addSkipped("redirect");
  counts.addFailure({ path: `p${9 - index}`, line: null, reason: "bad" });
  return counts.toReport({ shard: { index, of }, listing, seconds: 0.1 });
};
const named = (...reports: Report[]) => reports.map((report, place) => ({ file: `${place}.json`, report }));

test("merges all parts, in any order", () => {
  const merged = mergeReports(named(part(3, 3), part(1, 3), part(2, 3)));
  expect(merged).toMatchObject({ shard: null, skipped: { redirect: 3 }, seconds: 0.3 });
  expect(merged.failures.map(({ path }) => path)).toEqual(["p6", "p7", "p8"]);
  expect(mergeReports(named(part(1, 3), part(2, 3), part(3, 3)))).toEqual(merged);
});

test.each([
  ["a missing part", named(part(1, 3), part(3, 3)), "1 of 3 parts missing: 2"],
  ["a part twice", named(part(1, 2), part(1, 2)), "1.json: part 1, as is 0.json"],
  ["parts of other sizes", named(part(1, 2), part(2, 3)), "1.json: one part in 3, but 0.json is one in 2"],
  ["parts of other inputs", named(part(1, 2), part(2, 2, ["c"])), "1.json: a part of another input"],
  ["a whole", named({ ...part(1, 2), shard: null }), "0.json: the report of a whole import"],
])("refuses %s", (_, reports, message) => {
  expect(() => mergeReports(reports)).toThrow(message);
});

test.each([
  ["{", "not a report of an import: "],
  ["{}", "not a report of an import: format: "],
  [JSON.stringify({ ...part(1, 2), format: 2 }), "not a report of an import: format: "],
  [JSON.stringify({ ...part(1, 2), pages: -1 }), "not a report of an import: pages: "],
])("%j is not a report", (text, message) => {
  expect(() => parseReport(text)).toThrow(message);
});

test("names from Object's prototype are names like others", () => {
  const counts = new ImportCounts();
  const record = { kind: "constructor", links: {}, codes: [], lines: [], sourceBytes: 1, recordBytes: 1 };
  counts.addRecord({ ...record, templates: { toString: 2 }, file: "same" });
  const report = counts.toReport({ shard: { index: 1, of: 1 }, listing: [], seconds: 0 });
  expect(mergeReports(named(report))).toMatchObject({ kinds: { constructor: 1 }, templates: { toString: 2 } });
});
