import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { writeGenerated } from "./write-generated.ts";

test.each([
  ["a new file", null, true],
  ["a current file", "text\n", false],
  ["a stale file", "old\n", true],
])("%s", (_, before, isStale) => {
  const root = mkdtempSync(join(tmpdir(), "wasclean-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const path = join(root, "file.json");
  if (before !== null) writeFileSync(path, before);
  const expected = isStale ? [{ file: "file.json", before, after: "text\n" }] : [];
  const texts = new Map([["file.json", "text\n"]]);

  expect(writeGenerated(root, texts, true)).toEqual(expected);
  expect(readdirSync(root)).toEqual(before === null ? [] : ["file.json"]);
  if (before !== null) expect(readFileSync(path, "utf8")).toBe(before);

  expect(writeGenerated(root, texts, false)).toEqual(expected);
  expect(readFileSync(path, "utf8")).toBe("text\n");
  expect(readdirSync(root)).toEqual(["file.json"]);
  expect(writeGenerated(root, texts, false)).toEqual([]);
});
