// Writes data/computed out of endings and observations: `npm run derive`, with `-- --check` only to see whether it is current.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { derive } from "./derive.ts";
import { DATA, readEndings, readObservations } from "../generate/read-data.ts";
import { writeGenerated } from "../generate/write-generated.ts";

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
try {
  const files = derive(readEndings(), readObservations());
  const texts = new Map([...files].map(([name, text]) => [join(DATA, "derived", name), text]));
  process.exitCode = writeGenerated(texts, { check: values.check, remedy: "npm run derive" });
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
