import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describeChanges } from "./describe-changes.ts";
import type { GeneratedFile } from "./generate-files.ts";

/** What files in a folder would change, or are made to change with `write`: a line each, empty where nothing does. */
export function updateFiles(folder: string, files: GeneratedFile[], write: boolean): string[] {
  return files.flatMap((file) => {
    const path = join(folder, file.path);
    const changes = changesTo(path, file);
    if (write && changes.length > 0) replace(path, file.text);
    return changes;
  });
}

function changesTo(path: string, { path: name, value, text }: GeneratedFile): string[] {
  if (!existsSync(path)) return [`${name} is new`];
  const before = readFileSync(path, "utf8");
  if (before === text) return [];
  try {
    // Through JSON, which has no undefined.
    const changes = describeChanges(JSON.parse(before), JSON.parse(JSON.stringify(value)));
    return changes.length > 0 ? changes : [`${name} has the same values, written differently`];
  } catch (error) {
    if (error instanceof SyntaxError) return [`${name} was not JSON: ${error.message}`];
    throw error;
  }
}

function replace(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}
