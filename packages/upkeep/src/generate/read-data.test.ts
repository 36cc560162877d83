import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readEndings } from "./read-data.ts";

test.each([
  ["[]", /close-code\.json: .*expected object[\s\S]*test:data names the line/],
  ["[", /close-code\.json: .*Invalid input[\s\S]*test:data/],
])("a file of endings that is %s is refused by name, with a remedy", (text, message) => {
  const folder = mkdtempSync(join(tmpdir(), "wasclean-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "endings"));
  writeFileSync(join(folder, "endings/close-code.json"), text);
  expect(() => readEndings(folder)).toThrow(message);
});
