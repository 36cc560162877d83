import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { CompatSchema } from "@wasclean/schema";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { toBcd } from "./to-bcd.ts";

/*
 * The package does not ship compat-data.schema.json or public.schema.json, only the types that are generated from the
 * latter (types.d.ts). So they are the schema here, and what types cannot say (patterns, one field needing another) is
 * checked by hand below.
 */
const require = createRequire(import.meta.url);
const installed = JSON.parse(readFileSync(require.resolve("@mdn/browser-compat-data"), "utf8"));
const folder = new URL("../../../../data/compat/", import.meta.url);
const FILES = readdirSync(folder);
const read = (file: string) => CompatSchema.parse(JSON.parse(readFileSync(new URL(file, folder), "utf8")));

describe.each(FILES)("%s", (file) => {
  const compat = read(file);
  const { api } = toBcd(compat);

  test("equals what browser-compat-data has, whole", () => {
    expect(installed.__meta.version, "run npm run generate compat").toBe(compat.sources.bcd.version);
    expect(api).toEqual({ [compat.name]: installed.api[compat.name] });
  });

  test("is what its schema asks, beyond types", () => {
    expect(checkIdentifier(api)).toEqual([]);
  });
});

test("is of the types that are generated from its schema", () => {
  const whole = Object.assign({}, ...FILES.map((file) => toBcd(read(file)).api));
  const wrong = structuredClone(whole);
  wrong.CloseEvent.__compat.support.netscape = { version_added: "4" };
  wrong.CloseEvent.code.__compat.support.chrome = { version_added: true };
  delete wrong.CloseEvent.reason.__compat.source_file;
  wrong.CloseEvent.wasClean.__compat.source = "bcd";
  const [good, bad] = checkTypes([whole, wrong]);
  expect(good).toEqual([]);
  expect(bad?.join("\n")).toMatch(/netscape.+true.+source_file.+source/s);
}, 60_000);

/** The complaints of TypeScript about each value, written out as a literal where an `Identifier` is asked for. */
function checkTypes(values: unknown[]): string[][] {
  const name = (index: number) => new URL(`./checked-${index}.ts`, import.meta.url).pathname;
  const texts = new Map(values.map((value, index) => [name(index), toProgram(value)]));
  const options = { noEmit: true, strict: true, module: ts.ModuleKind.NodeNext, skipLibCheck: true, types: [] };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.getSourceFile = (path, target, ...rest) => {
    const text = texts.get(path);
    return text === undefined ? getSourceFile(path, target, ...rest) : ts.createSourceFile(path, text, target);
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  return [...texts.keys()].map((path) => {
    const source = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"),
    );
  });
}

/** A constant for each statement: within an `Identifier` a wrong one would be taken for a key below it. */
function toProgram(api: unknown): string {
  const constants = statementsOf(api).map(
    (one, index) => `export const s${index}: CompatStatement = ${JSON.stringify(one)};`,
  );
  return `import type { CompatStatement } from "@mdn/browser-compat-data/types";\n${constants.join("\n")}\n`;
}

const statementsOf = (value: unknown): unknown[] =>
  typeof value !== "object" || value === null
    ? []
    : Object.entries(value).flatMap(([key, below]) => (key === "__compat" ? [below] : statementsOf(below)));

const VERSION = /^(≤?\d+(\.\d+)*|preview)$/;

/** What public.schema.json asks of an identifier and TypeScript cannot. */
function checkIdentifier(value: object, path = "api"): string[] {
  return Object.entries(value).flatMap(([key, below]) => {
    if (key === "__compat") return checkStatement(below, path);
    const problem = /^[a-zA-Z_0-9-$@]*$/.test(key) ? [] : [`${path}: ${key} is no name`];
    return [...problem, ...checkIdentifier(below, `${path}.${key}`)];
  });
}

// biome-ignore lint/suspicious/noExplicitAny: what it is, is checked
function checkStatement(statement: any, path: string): string[] {
  const problems: string[] = [];
  const check = (holds: boolean, problem: string) => holds || problems.push(`${path}: ${problem}`);
  check(typeof statement.source_file === "string", "source_file");
  check(
    statement.mdn_url === undefined || /^https:\/\/developer\.mozilla\.org\/docs\//.test(statement.mdn_url),
    "mdn_url",
  );
  for (const url of [statement.spec_url ?? []].flat()) check(URL.canParse(url), "spec_url");
  for (const one of Object.values(statement.support).flat() as Record<string, unknown>[]) {
    for (const name of ["version_added", "version_removed", "version_last"]) {
      const version = one[name];
      const isVersion =
        typeof version === "string" ? VERSION.test(version) : name === "version_added" && version === false;
      check(isVersion || (version === undefined && name !== "version_added"), name);
    }
    check(one.version_removed === undefined || one.version_last !== undefined, "version_removed without version_last");
    check(one.partial_implementation === undefined || one.notes !== undefined, "partial_implementation without notes");
    check(!Array.isArray(one.notes) || one.notes.length > 1, "notes");
  }
  return problems;
}

test.each([
  ["mdn_url", { mdn_url: "https://example.org/" }],
  ["spec_url", { spec_url: "x" }],
  ["source_file", { source_file: undefined }],
  ["version_added", { support: { chrome: {} } }],
  ["version_added", { support: { chrome: { version_added: "15b" } } }],
  ["version_removed", { support: { chrome: { version_added: "1", version_removed: false, version_last: "1" } } }],
  ["version_removed without version_last", { support: { chrome: { version_added: "1", version_removed: "2" } } }],
  [
    "partial_implementation without notes",
    { support: { chrome: { version_added: "1", partial_implementation: true } } },
  ],
  ["notes", { support: { chrome: [{ version_added: "1", notes: ["one"] }] } }],
])("the check by hand finds a wrong %s", (problem, wrong) => {
  const statement = { source_file: "api/X.json", support: {}, ...wrong };
  expect(checkIdentifier({ X: { __compat: statement } })).toEqual([`api.X: ${problem}`]);
});
