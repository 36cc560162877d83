import { join } from "node:path";
import { readIfThere, writeWhole } from "@wasclean/tools/write-file";

/** A generated file that was not current. */
export interface StaleFile {
  /** The path from the project's folder. */
  file: string;
  /** The previous text; `null` if the file did not exist. */
  before: string | null;
  after: string;
}

/** Writes the generated files that changed below `root`, each whole or not at all; with `check`, writes nothing. Returns the files that were not current. */
export function writeGenerated(root: string, texts: ReadonlyMap<string, string>, check: boolean): StaleFile[] {
  return [...texts].flatMap(([file, after]) => {
    const path = join(root, file);
    const before = readIfThere(path)?.toString() ?? null;
    if (before === after) return [];
    if (!check) writeWhole(path, Buffer.from(after));
    return [{ file, before, after }];
  });
}
