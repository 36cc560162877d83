import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { updateFiles } from "./update-files.ts";

const value = {
  features: { "api.CloseEvent.wasClean": { support: { safari: { version_added: "3" } }, x: undefined } },
};
const text = `${JSON.stringify(value)}\n`;
const file = { path: "compat/CloseEvent.json", value, text };

test.each<[string, string | null, RegExp | null]>([
  ["not there", null, /^compat\/CloseEvent\.json is new$/],
  ["up to date", text, null],
  ["another value", text.replace('"3"', '"3.1"'), /^api\.CloseEvent\.wasClean, safari: version_added 3\.1 → 3$/],
  [
    "written differently",
    JSON.stringify(value, null, 2),
    /^compat\/CloseEvent\.json has the same values, written diff/,
  ],
  ["not JSON", "{", /^compat\/CloseEvent\.json was not JSON: /],
])("%s", (_, before, words) => {
  const folder = mkdtempSync(join(tmpdir(), "wasclean-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, file.path);
  mkdirSync(join(folder, "compat"));
  if (before !== null) writeFileSync(path, before);
  const expected = words === null ? [] : [expect.stringMatching(words)];

  expect(updateFiles(folder, [file], false)).toEqual(expected);
  expect(readdirSync(join(folder, "compat"))).toEqual(before === null ? [] : ["CloseEvent.json"]);
  if (before !== null) expect(readFileSync(path, "utf8")).toBe(before);

  expect(updateFiles(folder, [file], true)).toEqual(expected);
  expect(readFileSync(path, "utf8")).toBe(text);
  expect(readdirSync(join(folder, "compat"))).toEqual(["CloseEvent.json"]);
  expect(updateFiles(folder, [file], true)).toEqual([]);
});
