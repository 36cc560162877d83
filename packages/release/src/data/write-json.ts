import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** The JSON files of the package, and for those that do not name their JSON Schema in the workspace, which it is. */
const FILES: readonly (readonly [pattern: string, schema?: string])[] = [
  ["{browsers,close-codes,endings}.json"],
  ["{compat,derived,json-schema}/*.json"],
  ["archive.json", "archive"],
  ["observations/*.json", "observations"],
  ["pages/apis/websocket/CloseEvent.json", "page"],
];

/** Where the JSON Schemas are in the workspace, and where in the package: there, `schema/` has no sources. */
const [WORKSPACE, PACKAGE] = ["json-schema/", "schema/"];

/** Writes the package's JSON files, without white space: that halves them. */
export function writeJson(folder: string, out: string): void {
  for (const [pattern, schema] of FILES) {
    for (const file of globSync(pattern, { cwd: folder })) {
      const content = JSON.parse(readFileSync(join(folder, file), "utf8"));
      const target = join(out, file.replace(WORKSPACE, PACKAGE));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, `${JSON.stringify(withSchema(content, file, schema))}\n`);
    }
  }
}

/** A list has no place for the name of its JSON Schema; a JSON Schema names what it is written in. */
function withSchema(content: { $schema?: string }, file: string, schema: string | undefined): object {
  if (Array.isArray(content) || file.startsWith(WORKSPACE)) return content;
  const path = relative(dirname(file), `${PACKAGE}${schema}.json`);
  const $schema = content.$schema?.replace(WORKSPACE, PACKAGE) ?? (path.startsWith(".") ? path : `./${path}`);
  return { $schema, ...content, ...(content.$schema && { $schema }) };
}
