import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { DATA } from "../generate/read-json.ts";
import { fieldReference } from "./field-reference.ts";
import { DESCRIBED_FILES, fieldsPage } from "./fields-page.ts";

const Version = z.strictObject({ raw: z.string().describe("It.") }).meta({ id: "TestVersion", description: "One." });
const Step = z
  .discriminatedUnion("do", [z.strictObject({ do: z.literal("x").describe("It.") })])
  .meta({ id: "TestStep", description: "A step." });
const Code = z.int().meta({ id: "TestCode", description: "A code." });

/** Fields by their schemas, and how the reference tells them. */
const KINDS: Record<string, [schema: z.ZodType, told: string]> = {
  a: [z.string().optional(), "`string`, optional"],
  b: [z.enum(["y", "x"]).nullable(), '`"y"` or `"x"` or `null`'],
  c: [z.union([z.literal(1), z.boolean()]), "`1` or `boolean`"],
  d: [z.record(z.string(), z.array(z.int())), "record of list of `integer`"],
  e: [z.union([z.array(z.string()), z.string()]), "list of `string`, or `string`"],
  f: [z.union([z.tuple([Code, z.number()]), z.number()]), "[`integer`, `number`] or `number`"],
  g: [z.array(z.strictObject({ h: z.string().describe("It.") })).nullable(), "list of `object`, or `null`"],
  "g[].h": [z.never(), "`string`"],
  i: [Version.nullable(), "[TestVersion](#testversion) or `null`"],
  j: [z.array(Step), "list of [TestStep](#teststep)"],
  k: [z.record(z.string(), z.strictObject({ l: Code })), "record of `object`"],
  "k.*.l": [z.never(), "`integer`"],
};
const KINDS_SCHEMA = z.strictObject(
  Object.fromEntries(
    Object.entries(KINDS)
      .filter(([name]) => !name.includes("."))
      .map(([name, [schema]]) => [name, schema.describe("It.")]),
  ),
);
const page = fieldsPage();

test("every link leads to a heading, and no cell is empty", () => {
  const headings = new Set([...page.matchAll(/^#+ (.*)$/gm)].map(([, text = ""]) => text.toLowerCase()));
  const links = [...page.matchAll(/\]\(#([\w-]+)\)/g)].map(([, anchor]) => anchor);
  expect(links.length).toBeGreaterThan(50);
  expect(links.filter((anchor) => !headings.has(String(anchor)))).toEqual([]);
  expect(page.split("\n").filter((line) => line.startsWith("|") && /\|\s*\|/.test(line))).toEqual([]);
});

test.each(DESCRIBED_FILES)("$file is there", ({ file }) => {
  const sample = file.replace("<Feature>", "CloseEvent").replace("<engine>", "ws");
  expect(sample === "endings.json" || existsSync(join(DATA, sample))).toBe(true);
});

test("fields and records without a description are named", () => {
  const schema = z.strictObject({
    told: z.string().describe("Told."),
    silent: z.array(z.strictObject({ inner: z.number().describe("Told."), other: z.literal(1) })),
    version: Version,
  });
  expect(() => fieldReference([{ file: "x.json", schema }])).toThrow(
    'describe x.json, x.json: silent, x.json: silent[].other with .describe("…")',
  );
});

test.each(Object.entries(KINDS).map(([name, [, told]]) => ({ name, told })))("$name is $told", ({ name, told }) => {
  const file = { file: "x.json", schema: KINDS_SCHEMA, description: "Kinds." };
  const [table = "", shared = ""] = fieldReference([file]).split("## Records");
  expect(table).toContain(`| \`${name}\` | ${told} | ${name === "k.*.l" ? "A code" : "It"}. |\n`);
  expect(shared).toContain("### TestVersion\n\nOne.\n\n| field");
});
