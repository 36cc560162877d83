import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { onlyKinds } from "./only-kinds.ts";
import { readEndings } from "./read-endings.ts";

/** The JSON files of the package, and for those that do not name their JSON Schema in the workspace, which it is. */
const FILES: readonly (readonly [pattern: string, schema?: string])[] = [
  ["{browsers,close-codes,engines}.json"],
  ["{compat,computed}/*.json"],
  ["archive.json", "archive"],
  ["observations/*.json", "observations"],
  ["pages/apis/websocket/CloseEvent.json", "page"],
];

/** The wiki knew 26 kinds of pages; the package has this one. */
const PAGE_KINDS = new Set(["api-object"]);

/** Where the JSON Schemas are in the workspace, and where in the package: there, `schema/` has no sources. */
const [WORKSPACE, PACKAGE] = ["json-schema/", "schema/"];

/** The JSON Schema of a file that the package does not have: it has one file for all groups. */
const NOT_PACKED = `${WORKSPACE}ending-group.json`;

/** Writes the package's JSON files, without white space: that halves them. */
export function writeJson(data: string, out: string): void {
  const read = (file: string) => JSON.parse(readFileSync(join(data, file), "utf8"));
  const write = (file: string, content: object) => {
    mkdirSync(dirname(join(out, file)), { recursive: true });
    writeFileSync(join(out, file), `${JSON.stringify(content)}\n`);
  };
  for (const [pattern, schema] of FILES) {
    for (const file of globSync(pattern, { cwd: data })) write(file, withSchema(read(file), file, schema));
  }
  write("endings.json", readEndings(data)); // a list has no place for the name of its JSON Schema
  for (const file of globSync(`${WORKSPACE}*.json`, { cwd: data, exclude: [NOT_PACKED] })) {
    const content = read(file);
    write(file.replace(WORKSPACE, PACKAGE), file.endsWith("/page.json") ? onlyKinds(content, PAGE_KINDS) : content);
  }
}

function withSchema(content: { $schema?: string }, file: string, schema: string | undefined): object {
  const path = relative(dirname(file), `${PACKAGE}${schema}.json`);
  const $schema = content.$schema?.replace(WORKSPACE, PACKAGE) ?? (path.startsWith(".") ? path : `./${path}`);
  return { $schema, ...content, ...(content.$schema && { $schema }) };
}
