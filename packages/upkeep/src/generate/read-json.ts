import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { z } from "zod";

/** The project's folder. */
export const ROOT = resolve(import.meta.dirname, "../../../..");
/** The folder of the facts. */
export const DATA = join(ROOT, "data");

/**
 * All JSON files of a folder below the data folder, sorted by name.
 * @throws {Error} if one does not match the schema.
 */
export function readFolder<T>(folder: string, name: string, schema: z.ZodType<T>): T[] {
  const files = readdirSync(join(folder, name)).filter((file) => file.endsWith(".json"));
  return files.toSorted().map((file) => readJson(folder, join(name, file), schema));
}

/**
 * A JSON file by its path from the data folder.
 * @throws {Error} if it does not match the schema.
 */
export function readJson<T>(folder: string, path: string, schema: z.ZodType<T>): T {
  const file = join(folder, path);
  const result = schema.safeParse(parse(readFileSync(file, "utf8")));
  if (result.success) return result.data;
  const name = relative(process.cwd(), file);
  throw new Error(`${name}: ${z.prettifyError(result.error)}\nFix it; npm run test:data names the line.`);
}

/** The value of a JSON text; `undefined`, which every schema refuses, for text that is not JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
