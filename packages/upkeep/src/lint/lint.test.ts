import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { RULES } from "./lint.ts";

const DATA = resolve(import.meta.dirname, "../../../../data");
const PARTS = [
  "archive.json",
  "browsers.json",
  "close-codes.json",
  "compat",
  "derived",
  "endings.json",
  "observations",
  "pages",
  "wiki",
];

/** The linter on a copy of the data in which a text was replaced, all over a file. */
function lintCopy(file: string, from: string, to: string) {
  const folder = mkdtempSync(join(tmpdir(), "wasclean-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const part of PARTS) cpSync(join(DATA, part), join(folder, part), { recursive: true });
  const text = readFileSync(join(folder, file), "utf8");
  expect(text).toContain(from);
  writeFileSync(join(folder, file), text.replaceAll(from, to));
  return run(folder);
}

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, "cli.ts"), ...args], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

test("nothing is wrong with the data", () => {
  expect(run()).toEqual({
    status: 0,
    stdout: expect.stringMatching(/^\d+ files of data: nothing is wrong\.\n$/),
    stderr: "",
  });
});

test.each([
  [
    "endings.json",
    '"expectedForLongReason": "close-reason-124"',
    '"expectedForLongReason": "x"',
    /endings\.json:\d\d+ \/0\/expectedForLongReason \[references-resolve\] "server-close" names "x".* Name the id/,
  ],
  [
    "endings.json",
    '"https://www.rfc-editor.org/rfc/rfc6455#section-7.1.4"',
    '"https://x.example/"',
    /endings\.json:\d+ \/0\/citation\/0\/url \[citations-known\]/,
  ],
  [
    "observations/ws.json",
    '"observedOn": "',
    '"observedOn": "3',
    /observations\/ws\.json:\d+ \/observedOn \[matches-schema\]/,
  ],
  [
    "close-codes.json",
    "[5000, 65535]",
    "[5000, 65534]",
    /close-codes\.json:\d+ \/closeCodes\/\d+\/code \[close-codes-cover\]/,
  ],
  ["close-codes.json", '"closeCodes": [', '"closeCodes": ', /close-codes\.json: is no JSON: .*\n1 thing is wrong\.\n$/],
])("in %s, %s as %s is found, with its place and remedy", (file, from, to, message) => {
  const { status, stdout, stderr } = lintCopy(file, from, to);
  expect(stderr).toMatch(message);
  expect(stderr).toMatch(/\d+ things? (is|are) wrong\.\n$/);
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
});

test("every rule has a file and a test of its name, and is run", () => {
  const names = RULES.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const files = readdirSync(import.meta.dirname);
  for (const name of [...names, "matches-schema"])
    expect(files).toEqual(expect.arrayContaining([`${name}.ts`, `${name}.test.ts`]));
});
