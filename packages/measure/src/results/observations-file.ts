import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Observations, ObservationsSchema } from "@wasclean/schema";
import type { EngineId } from "@wasclean/schema/ids";
import { z } from "zod";

const FOLDER = fileURLToPath(new URL("../../../../data/observations/", import.meta.url));

/** The published observations of an engine, or `null` if there are none. Throws if the file does not match its schema. */
export function readObservations(id: EngineId): Observations | null {
  const file = `${FOLDER}${id}.json`;
  if (!existsSync(file)) return null;
  const result = ObservationsSchema.safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (result.success) return result.data;
  throw new Error(`data/observations/${id}.json: ${z.prettifyError(result.error)}\nMeasure the engine again.`);
}

/** Writes the observations of an engine, whole or not at all. Throws if they do not match their schema. */
export function writeObservations(observations: Observations): void {
  const { engine } = ObservationsSchema.parse(observations);
  const file = `${FOLDER}${engine.id}.json`;
  writeFileSync(`${file}.new`, toText(observations));
  renameSync(`${file}.new`, file);
}

/** JSON with each result on one line, so that a changed result is a changed line. */
function toText({ results, notMeasured, ...head }: Observations): string {
  const lines = Object.entries(results).map(([id, result]) => `    ${JSON.stringify(id)}: ${JSON.stringify(result)}`);
  const rest = JSON.stringify(head, null, 2).slice(0, -2);
  const skipped = JSON.stringify(notMeasured, null, 2).replaceAll("\n", "\n  ");
  return `${rest},\n  "results": {\n${lines.join(",\n")}\n  },\n  "notMeasured": ${skipped}\n}\n`;
}
