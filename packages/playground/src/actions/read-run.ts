import type { RunData } from "../run/run-data.ts";
import { fitsSchema, type JsonSchema, pickBySchema } from "./fits-schema.ts";
import runSchema from "./run-schema.json" with { type: "json" };

/** The most characters of a file that are read. */
export const RUN_LIMIT = 1024 * 1024;

const fields = runSchema.properties as unknown as Record<keyof RunData, JsonSchema>;

/** Reads a run that was saved as JSON; else returns a sentence about the error. Only its shape can be trusted: fields that a run does not have are left out, and may be as deep as they like. */
export function readRun(text: string): RunData | string {
  if (text.length > RUN_LIMIT) return "The file is longer than 1 MB.";
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return "The file is not JSON.";
  }
  const given = Object(value);
  if (!fitsSchema(given.format, fields.format)) return "This is not a run: its field format is not “wasclean-run”.";
  if (!fitsSchema(given.version, fields.version)) return "This run has another version; this page reads version 1.";
  const wrong = Object.entries(fields).find(
    ([name, schema]) => !Object.hasOwn(given, name) || !fitsSchema(given[name], schema),
  );
  return wrong === undefined
    ? (pickBySchema(given, runSchema as JsonSchema) as RunData)
    : `This run is incomplete: its field ${wrong[0]} is missing or wrong.`;
}
