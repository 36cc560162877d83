// Writes the field reference into packages/data/README.md: `npm run readme`, with `-- --check` only to see whether it is current.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { DATA } from "../generate/read-data.ts";
import { FURTHER_TYPES, withFieldReference } from "./readme.ts";
import { readSchemaTypes } from "./schema-types.ts";
import { writeGenerated } from "../generate/write-generated.ts";

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
const file = join(DATA, "README.md");
try {
  const text = withFieldReference(readFileSync(file, "utf8"), readSchemaTypes(FURTHER_TYPES));
  process.exitCode = writeGenerated(new Map([[file, text]]), { check: values.check, remedy: "npm run readme" });
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
