import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { DATA, ROOT } from "../generate/read-json.ts";
import { lineOf } from "./line-of.ts";
import { lint, RULES } from "./lint.ts";
import { groupsIn, loadData } from "./load-data.ts";
import { toPointer } from "./rule.ts";

const data = loadData(DATA);
const implementationGroups = groupsIn(join(ROOT, "packages/lab/src/endings/groups"));
const today = new Date().toISOString().slice(0, 10);

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, "cli.ts"), ...args], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

test("the command finds no error in the data", () => {
  expect(run()).toEqual({
    status: 0,
    stdout: expect.stringMatching(/^\d+ data files: no errors\.\n$/),
    stderr: "",
  });
});

test("the command names a file that is not JSON, and exits with 1", () => {
  const folder = mkdtempSync(join(tmpdir(), "wasclean-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "close-codes.json"), '{"closeCodes": }');
  const { status, stdout, stderr } = run(folder);
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toMatch(/close-codes\.json: not JSON: .*\n1 error\.\n$/);
});

test.each([
  [
    "endings/close-code.json",
    '"expectedForLongReason": "close-reason-124"',
    '"expectedForLongReason": "x"',
    /^endings\/close-code\.json:\d\d+ \/endings\/0\/expectedForLongReason \[references-resolve\] "server-close" names "x".* Name the id/,
  ],
  [
    "endings/close-code.json",
    '"https://www.rfc-editor.org/rfc/rfc6455#section-7.1.4"',
    '"https://x.example/"',
    /^endings\/close-code\.json:\d+ \/endings\/0\/citation\/0\/url \[citations-known\]/m,
  ],
  [
    "observations/ws.json",
    '"observedOn": "',
    '"observedOn": "3',
    /^observations\/ws\.json:\d+ \/observedOn \[matches-schema\]/,
  ],
  [
    "close-codes.json",
    "[5000, 65535]",
    "[5000, 65534]",
    /^close-codes\.json:\d+ \/closeCodes\/\d+\/code \[close-codes-cover\]/m,
  ],
])("in %s, %s as %s is found, with its place and remedy", (file, from, to, message) => {
  const text = data.texts.get(file) ?? "";
  expect(text).toContain(from);
  const spoilt = text.replaceAll(from, to);
  const files = new Map([...data.files, [file, JSON.parse(spoilt)]]);
  const findings = lint({ files, wiki: data.wiki, implementationGroups, today });
  const lines = findings.map(({ path, rule, ...finding }) => {
    const line = lineOf(finding.file === file ? spoilt : "", path);
    return `${finding.file}:${line} ${toPointer(path)} [${rule}] ${finding.message} ${finding.remedy}`;
  });
  expect(lines.join("\n")).toMatch(message);
});

test("every rule has a file and a test of its name, and is run", () => {
  const names = RULES.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const files = readdirSync(import.meta.dirname);
  for (const name of [...names, "matches-schema"])
    expect(files).toEqual(expect.arrayContaining([`${name}.ts`, `${name}.test.ts`]));
});
