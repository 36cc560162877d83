import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { onlyKinds } from "./only-kinds.ts";

/** The JSON files of the package, and for those that do not name their JSON Schema in the workspace, which it is. */
const FILES: readonly (readonly [pattern: string, schema?: string])[] = [
  ["{browsers,close-codes,endings}.json"],
  ["{compat,derived}/*.json"],
  ["archive.json", "archive"],
  ["observations/*.json", "observations"],
  ["pages/apis/websocket/CloseEvent.json", "page"],
];

/** The wiki knew 26 kinds of pages; the package has this one. */
const PAGE_KINDS = new Set(["api-object"]);

/** Where the JSON Schemas are in the workspace, and where in the package: there, `schema/` has no sources. */
const [WORKSPACE, PACKAGE] = ["json-schema/", "schema/"];

/** Writes the package's JSON files, without white space: that halves them. */
export function writeJson(folder: string, out: string): void {
  const read = (file: string) => JSON.parse(readFileSync(join(folder, file), "utf8"));
  const write = (file: string, content: object) => {
    mkdirSync(dirname(join(out, file)), { recursive: true });
    writeFileSync(join(out, file), `${JSON.stringify(content)}\n`);
  };
  for (const [pattern, schema] of FILES) {
    for (const file of globSync(pattern, { cwd: folder })) write(file, withSchema(read(file), file, schema));
  }
  for (const file of globSync(`${WORKSPACE}*.json`, { cwd: folder })) {
    const content = read(file);
    write(file.replace(WORKSPACE, PACKAGE), file.endsWith("/page.json") ? onlyKinds(content, PAGE_KINDS) : content);
  }
}

/** A list has no place for the name of its JSON Schema. */
function withSchema(content: { $schema?: string }, file: string, schema: string | undefined): object {
  if (Array.isArray(content)) return content;
  const path = relative(dirname(file), `${PACKAGE}${schema}.json`);
  const $schema = content.$schema?.replace(WORKSPACE, PACKAGE) ?? (path.startsWith(".") ? path : `./${path}`);
  return { $schema, ...content, ...(content.$schema && { $schema }) };
}
