import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createProgram, emitTypes } from "../emit-types.ts";
import { toJsonTypes } from "./json-types.ts";
import { writeSchemaTypes } from "./write-schema-types.ts";

const FUNCTIONS = "functions/index.ts";
const SCHEMAS = "schema/index.ts";

/** The types of records that a reader meets; the wiki's pages TypeScript reads out of their JSON. */
const RECORDS = [
  "Browsers",
  "CloseCodes",
  "CloseCodeEntry",
  "Compat",
  "CompatFeature",
  "Baseline",
  "BrowserName",
  "SupportStatement",
  "SimpleSupportStatement",
  "PackageSource",
  "WikiSource",
  "DerivedCloseCodes",
  "DerivedCloseCode",
  "Reports",
  "ReportGroup",
  "Reported",
  "Differences",
  "Difference",
  "EngineGroup",
  "ReportedField",
  "ObservedEngine",
  "DriftFile",
  "Drift",
  "DriftVerdict",
  "Ending",
  "Expected",
  "ClientStep",
  "Observations",
  "Observation",
  "Outcome",
  "ServerSaw",
];

/** Writes the package's declarations: of the records, of the functions, and of every JSON file. */
export function writeTypes(root: string, folder: string, out: string): void {
  const functions = emitTypes(root, join(folder, "functions"), [join(folder, FUNCTIONS)], (source) =>
    source.startsWith(join(folder, "schema/")) ? "../schema.js" : null,
  );
  for (const [name, text] of functions) write(join(out, "types/functions", name), text);
  const program = createProgram(root, [join(folder, SCHEMAS)]);
  write(join(out, "types/schema.d.ts"), writeSchemaTypes(program, join(folder, SCHEMAS), RECORDS));
  const read = (file: string) => JSON.parse(readFileSync(join(folder, file), "utf8"));
  const keys = {
    endings: read("endings.json").map(({ id }: { id: string }) => id),
    browsers: Object.keys(read("browsers.json").browsers),
  };
  for (const file of globSync("{browsers,close-codes,endings,{compat,derived,observations}/*}.json", { cwd: folder })) {
    write(join(out, "types", file.replace(/json$/, "d.json.ts")), toJsonTypes(file, read(file), keys));
  }
  const index = 'export * from "./types/functions/index.js";\nexport type * from "./types/schema.js";\n';
  for (const ending of ["mts", "cts"]) write(join(out, `index.d.${ending}`), index);
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
