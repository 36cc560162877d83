import { join } from "node:path";
import { readIfThere, writeWhole } from "@wasclean/tools/write-file";

/** A generated file that was not current. */
export interface StaleFile {
  /** Its path from the project's folder. */
  file: string;
  /** What it held; `null` where it did not exist. */
  before: string | null;
  after: string;
}

/** Writes generated files below `root`, each whole or not at all, and only those that changed. With `check` it writes nothing. Returns the files that were not current. */
export function writeGenerated(root: string, texts: ReadonlyMap<string, string>, check: boolean): StaleFile[] {
  return [...texts].flatMap(([file, after]) => {
    const path = join(root, file);
    const before = readIfThere(path)?.toString() ?? null;
    if (before === after) return [];
    if (!check) writeWhole(path, Buffer.from(after));
    return [{ file, before, after }];
  });
}
