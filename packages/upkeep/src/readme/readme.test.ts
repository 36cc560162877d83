import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DATA, ROOT } from "../generate/read-json.ts";
import { fieldReference } from "./field-reference.ts";
import { DESCRIBED_FILES, FURTHER_TYPES, withFieldReference } from "./readme.ts";
import { readSchemaTypes } from "./schema-types.ts";

/** Fields by their types in TypeScript, and how the reference tells them. */
const KINDS = {
  "a?": ["string", "`string`, optional"],
  b: ['"y" | "x" | null', '`"x"` or `"y"` or `null`'],
  c: ["boolean | 1", "`1` or `boolean`"],
  d: ["Record<string, number[]>", "record of list of `number`"],
  e: ["string | string[]", "list of `string`, or `string`"],
  f: ["[number, number] | number", "`[number, number]` or `number`"],
  g: ["{\n/** K. */ kind: 1 }[] | null", "list of `object`, or `null`"],
  h: ["schema.Version | null", "[Version](#version) or `null`"],
  i: ["schema.ClientStep[]", "list of [ClientStep](#clientstep)"],
} as const;
const types = readSchemaTypes({
  ...FURTHER_TYPES,
  Silent: "{\n/** Told. */ told: string; silent: {\n/** Told. */ inner: number;\nother: 1 }[] }",
  Kinds: `{${Object.entries(KINDS)
    .map(([name, [type]]) => `\n/** It. */ ${name}: ${type};`)
    .join("")} }`,
});
const readme = readFileSync(join(ROOT, "packages/data/README.md"), "utf8");

test("every link of it leads to a heading, and no cell is empty", () => {
  const headings = new Set([...readme.matchAll(/^#+ (.*)$/gm)].map(([, text = ""]) => text.toLowerCase()));
  const links = [...readme.matchAll(/\]\(#([\w-]+)\)/g)].map(([, anchor]) => anchor);
  expect(links.length).toBeGreaterThan(50);
  expect(links.filter((anchor) => !headings.has(String(anchor)))).toEqual([]);
  expect(readme.split("\n").filter((line) => line.startsWith("|") && /\|\s*\|/.test(line))).toEqual([]);
});

test.each(DESCRIBED_FILES)("$file is there", ({ file }) => {
  const sample = file.replace("<Feature>", "CloseEvent").replace("<engine>", "ws");
  expect(sample === "endings.json" || existsSync(join(DATA, sample.replace("derived/", "computed/")))).toBe(true);
});

test("marks that are missing are named", () => {
  const lost = () => withFieldReference("# @wasclean/data\n", types);
  expect(lost).toThrow(/marks of the field reference are missing.*\n<!-- Between/);
});

test("a field without a doc comment is named", () => {
  const describe = () => fieldReference([{ file: "x.json", type: "Silent" }], types);
  expect(describe).toThrow("no doc comment on Silent: silent, Silent: silent[].other. Say in one line");
});

test("a type that is not there is named", () => {
  expect(() => fieldReference([{ file: "x.json", type: "Gone" }], types)).toThrow('no type "Gone"');
});

test.each(Object.entries(KINDS).map(([name, [type, told]]) => ({ name, type, told })))(
  "$type is $told",
  ({ name, told }) => {
    const [table = ""] = fieldReference([{ file: "x.json", type: "Kinds" }], types).split("### Records");
    expect(table).toContain(`| \`${name.replace("?", "")}\` | ${told} | It. |\n`);
  },
);
