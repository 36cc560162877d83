import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { emitTypes } from "../emit-types.ts";
import { toIdTypes } from "./id-types.ts";
import { toJsonTypes } from "./json-types.ts";
import { readEndings } from "./read-endings.ts";
import { toSchemaTypes } from "./schema-types.ts";

/** The JSON Schemas of what readers meet as types; the wiki's pages TypeScript reads out of their JSON. */
const RECORDS = "json-schema/{browsers,c*,d*,endings,engines,observations}.json";

/** The JSON files whose types are written; the others TypeScript reads itself. */
const TYPED = "{browsers,close-codes,engines,{compat,computed,observations}/*}.json";

/** Writes the package's declarations: of the records, of the functions, and of every JSON file. */
export async function writeTypes(root: string, folder: string, data: string, out: string): Promise<void> {
  const read = (file: string) => JSON.parse(readFileSync(join(data, file), "utf8"));
  const readAll = (pattern: string) => globSync(pattern, { cwd: data }).toSorted().map(read);
  const sources = join(folder, "src");
  const functions = emitTypes(root, sources, [join(sources, "index.ts")], (imported) =>
    imported === "@wasclean/schema" ? "schema.js" : null,
  );
  for (const [name, text] of functions) write(join(out, "types", name), text);
  const endings = readEndings(data);
  const ids = { EngineId: read("engines.json").engines, EndingId: endings };
  const records = await toSchemaTypes(readAll(RECORDS));
  write(join(out, "types/schema.d.ts"), `${toIdTypes(ids, readAll("compat/*.json"))}\n${records}`);
  const keys = {
    endings: endings.map(({ id }) => id),
    browsers: Object.keys(read("browsers.json").browsers),
  };
  const contents = [["endings.json", endings], ...globSync(TYPED, { cwd: data }).map((file) => [file, read(file)])];
  for (const [file, content] of contents) {
    write(join(out, "types", file.replace(/json$/, "d.json.ts")), toJsonTypes(file, content, keys));
  }
  const index = 'export * from "./types/index.js";\nexport type * from "./types/schema.js";\n';
  for (const ending of ["mts", "cts"]) write(join(out, `index.d.${ending}`), index);
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
