import { readdirSync, readFileSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { z } from "zod";
import { ENGINE_IDS, type Ending, EndingsSchema, type Observations, ObservationsSchema } from "@wasclean/schema";

/** The folder of the data package. */
export const DATA = resolve(import.meta.dirname, "../../../../data");

/**
 * The endings of a data folder, as they stand in their file.
 * @throws {Error} where the file cannot be read or is not what its schema says.
 */
export const readEndings = (folder = DATA): Ending[] => readJson(join(folder, "endings.json"), EndingsSchema);

/**
 * The observations of a data folder, browsers first.
 * @throws {Error} where a file cannot be read or is not what its schema says.
 */
export function readObservations(folder = DATA): Observations[] {
  const files = readdirSync(join(folder, "observations")).filter((file) => file.endsWith(".json"));
  const place = (file: string) => (ENGINE_IDS as readonly string[]).indexOf(basename(file, ".json"));
  return files
    .toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
    .map((file) => readJson(join(folder, "observations", file), ObservationsSchema));
}

function readJson<T>(file: string, schema: z.ZodType<T>): T {
  const result = schema.safeParse(parse(readFileSync(file, "utf8")));
  if (result.success) return result.data;
  const name = relative(process.cwd(), file);
  throw new Error(`${name}: ${z.prettifyError(result.error)}\nMend it; npm run lint:data names the line.`);
}

/** What a text says; `undefined`, which no schema takes, where it is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
