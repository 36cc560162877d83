import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where the runtimes are installed that only measuring needs: `npm ci --prefix packages/measure/engines`. */
export const ENGINES_FOLDER = fileURLToPath(new URL("../engines", import.meta.url));

/** The first of these programs on the PATH, or in `folder`; `null` where there is none. */
export function findProgram(names: string[], folder?: string): string | null {
  const folders = folder === undefined ? (process.env.PATH ?? "").split(delimiter) : [folder];
  return names.flatMap((name) => folders.map((each) => join(each, name))).find(isExecutable) ?? null;
}

/** A program of the folder for runtimes. */
export const findRuntime = (name: string) => findProgram([name], join(ENGINES_FOLDER, "node_modules", ".bin"));

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
