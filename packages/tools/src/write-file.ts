import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Shared by no other process or thread, whatever machine it is on. */
const TEMPORARY = `.${randomBytes(8).toString("hex")}.tmp`;

/** Folders that this thread has made, or found. */
const knownFolders = new Set<string>();

/** What a file holds; `null` where there is none. Throws what the system throws. */
export function readIfThere(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw error;
  }
}

/** Writes a file whole or not at all, and only where that changes it. Whether it did. Throws what the system throws. */
export function writeWhole(file: string, content: Buffer): boolean {
  const folder = dirname(file);
  // Most records are new: asking for the size is far cheaper than an exception of readFileSync().
  const size = knownFolders.has(folder) ? statSync(file, { throwIfNoEntry: false })?.size : readIfThere(file)?.length;
  if (size === content.length && readIfThere(file)?.equals(content)) return false;
  if (!knownFolders.has(folder)) mkdirSync(folder, { recursive: true });
  knownFolders.add(folder);
  // Not the file's own name and more: that may have all the length that there can be.
  const temporary = join(folder, TEMPORARY);
  try {
    writeFileSync(temporary, content);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return true;
}
