// Writes packages/schema/src/ids.ts, the types of the data's keys: `npm run keys`, with `-- --check` only to see whether it is current.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { CompatSchema } from "@wasclean/schema";
import { DATA, readEndings, readObservations } from "../generate/read-data.ts";
import { toKeys } from "./to-keys.ts";
import { writeGenerated } from "../generate/write-generated.ts";

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
try {
  const text = toKeys({ compat: readCompat(), endings: readEndings(), observations: readObservations() });
  const texts = new Map([[join(DATA, "functions/keys.ts"), text]]);
  process.exitCode = writeGenerated(texts, { check: values.check, remedy: "npm run keys" });
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}

function readCompat() {
  const files = readdirSync(join(DATA, "compat")).toSorted();
  return files.map((file) => {
    const result = CompatSchema.safeParse(JSON.parse(readFileSync(join(DATA, "compat", file), "utf8")));
    if (result.success) return result.data;
    throw new Error(`compat/${basename(file)} is not what its schema says. Run npm run lint:data, it says more.`);
  });
}
