import { describe, expect, test } from "vitest";
import { fillGaps } from "./merge-repeated.ts";
import type { PageFields } from "./page-draft.ts";

const rich = (text: string, start = 0) => ({ wikitext: text, html: text, text, start, end: start + text.length });
const fields = (values: object) => structuredClone(values) as PageFields;

/** Fields before the repeated template, after it, merged; whether it filled gaps and contradicts nothing. */
const MERGES: [what: string, before: object, after: object, merged: object, isFilled: boolean][] = [
  ["a field that was empty", { summary: null }, { summary: rich("a") }, { summary: rich("a") }, true],
  ["a list that was empty", { topics: [] }, { topics: ["a"] }, { topics: ["a"] }, true],
  ["a field that it leaves empty", { summary: rich("a") }, { summary: null }, { summary: rich("a") }, false],
  ["a list that it leaves empty", { topics: ["a"] }, { topics: [] }, { topics: ["a"] }, false],
  ["another text", { summary: rich("a") }, { summary: rich("b") }, { summary: rich("a") }, false],
  ["a longer list", { topics: ["a"] }, { topics: ["a", "b"] }, { topics: ["a"] }, false],
  [
    "a gap of a section",
    { notes: { a: "x", b: null } },
    { notes: { a: null, b: "y" } },
    { notes: { a: "x", b: "y" } },
    true,
  ],
  ["a list of a section", { flags: { a: [] } }, { flags: { a: ["x"] } }, { flags: { a: ["x"] } }, true],
  [
    "a gap beside the same words",
    { flags: { a: "x", b: [] } },
    { flags: { a: "x", b: ["y"] } },
    { flags: { a: "x", b: ["y"] } },
    true,
  ],
  [
    "an empty section",
    { flags: { a: "x", b: [] } },
    { flags: { a: null, b: [] } },
    { flags: { a: "x", b: [] } },
    false,
  ],
  ["the same section", { flags: { a: "x" } }, { flags: { a: "x" } }, { flags: { a: "x" } }, false],
  ["a section that contradicts", { flags: { a: "x" } }, { flags: { a: "y" } }, { flags: { a: "x" } }, false],
  [
    "a gap beside a contradiction",
    { flags: { a: "x", b: null } },
    { flags: { a: "y", b: "z" } },
    { flags: { a: "x", b: "z" } },
    false,
  ],
  [
    "another place",
    { notes: { a: null, start: 1, end: 2 } },
    { notes: { a: "x", start: 3, end: 4 } },
    { notes: { a: "x", start: 1, end: 2 } },
    true,
  ],
  [
    "a gap in one field, a contradiction in another",
    { topics: [], title: "a" },
    { topics: ["x"], title: "b" },
    { topics: ["x"], title: "a" },
    false,
  ],
  [
    "a gap in one field, nothing in another",
    { topics: [], summary: rich("a") },
    { topics: ["x"], summary: null },
    { topics: ["x"], summary: rich("a") },
    true,
  ],
];

describe("a repeated template with", () => {
  test.each(MERGES)("%s", (_, before, after, merged, isFilled) => {
    const draft = fields(after);
    expect([fillGaps(fields(before), draft), draft]).toEqual([isFilled, merged]);
  });

  test("nothing for a field leaves its value alone", () => {
    const before = fields({ summary: rich("a"), topics: [] });
    const draft = { ...before, topics: ["x"] };
    expect(fillGaps(before, draft)).toBe(true);
    expect(draft.summary).toBe(before.summary);
  });
});
