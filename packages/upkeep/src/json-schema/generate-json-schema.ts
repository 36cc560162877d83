// Writes data/json-schema out of the zod schemas: `npm run json-schema`, with `-- --check` only to see whether it is current.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { FILE_SCHEMAS, toJsonSchema } from "./json-schemas.ts";
import { DATA } from "../generate/read-data.ts";
import { writeGenerated } from "../generate/write-generated.ts";

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
try {
  const texts = FILE_SCHEMAS.map(({ schema, name }): [string, string] => [
    join(DATA, "json-schema", `${name}.json`),
    `${JSON.stringify(toJsonSchema(schema, name), null, 2)}\n`,
  ]);
  process.exitCode = writeGenerated(new Map(texts), { check: values.check, remedy: "npm run json-schema" });
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
