import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** The path of the first of several programs on the `PATH`, or in the given folders; `null` if none is installed. */
export function findProgram(names: readonly string[], folders: readonly string[] = pathFolders()): string | null {
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable) ?? null;
}

/** The folders of the `PATH`, in order. */
export const pathFolders = (): string[] => (process.env.PATH ?? "").split(delimiter);

/** Whether a file exists and may be executed. */
export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
