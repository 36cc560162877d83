import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** The JSON files of the package, and for those that do not name their JSON Schema in the workspace, which it is. */
const FILES: readonly (readonly [pattern: string, schema?: string])[] = [
  ["{browsers,close-codes,endings}.json"],
  ["archive.json", "archive"],
  ["{compat,derived,json-schema}/*.json"],
  ["observations/*.json", "observations"],
  ["pages/apis/websocket/CloseEvent.json", "page"],
];

/** Writes the package's JSON files, without white space: that halves them. */
export function writeJson(folder: string, out: string): void {
  for (const [pattern, schema] of FILES) {
    for (const file of globSync(pattern, { cwd: folder })) {
      const content = JSON.parse(readFileSync(join(folder, file), "utf8"));
      const $schema = schema && relative(dirname(file), `json-schema/${schema}.json`);
      const named = $schema ? { $schema: $schema.startsWith(".") ? $schema : `./${$schema}`, ...content } : content;
      mkdirSync(dirname(join(out, file)), { recursive: true });
      writeFileSync(join(out, file), `${JSON.stringify(named)}\n`);
    }
  }
}
