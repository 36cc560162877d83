import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { z } from "zod";

/** The project's folder. */
export const ROOT = resolve(import.meta.dirname, "../../../..");
/** The folder of the facts. */
export const DATA = join(ROOT, "data");

/**
 * Every JSON file of a folder below the data folder, in the order of their names.
 * @throws {Error} where one is not what the schema says.
 */
export function readFolder<T>(folder: string, name: string, schema: z.ZodType<T>): T[] {
  const files = readdirSync(join(folder, name)).filter((file) => file.endsWith(".json"));
  return files.toSorted().map((file) => readJson(folder, join(name, file), schema));
}

/**
 * A JSON file by its path from the data folder.
 * @throws {Error} where it is not what the schema says.
 */
export function readJson<T>(folder: string, path: string, schema: z.ZodType<T>): T {
  const file = join(folder, path);
  const result = schema.safeParse(parse(readFileSync(file, "utf8")));
  if (result.success) return result.data;
  const name = relative(process.cwd(), file);
  throw new Error(`${name}: ${z.prettifyError(result.error)}\nMend it; npm run test:data names the line.`);
}

/** The value of a JSON text; `undefined`, which every schema refuses, for text that is not JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
