import fc from "fast-check";
import { expect, test } from "vitest";
import { isInShard, isReportName, readShard, toReportName } from "./shard.ts";

test.each([
  ["1/1", { index: 1, of: 1 }],
  ["3/12", { index: 3, of: 12 }],
  ["0/2", null],
  ["3/2", null],
  ["1", null],
  ["1/0", null],
  ["-1/2", null],
  ["1/2/3", null],
  ["1.5/2", null],
])("reads %j", (text, expected) => {
  expect(readShard(text)).toEqual(expected);
});

test("every page is in one part and no other", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 64 }), (slug, of) => {
      const parts = Array.from({ length: of }, (_, place) => isInShard(slug, { index: place + 1, of }));
      expect(parts.filter(Boolean)).toHaveLength(1);
    }),
  );
});

test("parts are about the same size, and stay what they are", () => {
  const slugs = Array.from({ length: 3000 }, (_, number) => `page/${number}`);
  const sizes = [1, 2, 3].map((index) => slugs.filter((slug) => isInShard(slug, { index, of: 3 })).length);
  expect(sizes).toEqual([976, 1068, 956]);
});

test("no part has another's report", () => {
  const names = [null, { index: 1, of: 3 }, { index: 2, of: 3 }, { index: 1, of: 2 }].map(toReportName);
  expect(names).toEqual(["report.json", "report.1-of-3.json", "report.2-of-3.json", "report.1-of-2.json"]);
  expect(names.every(isReportName)).toBe(true);
});
