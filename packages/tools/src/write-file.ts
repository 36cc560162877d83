import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A name that no other process or thread uses, even on another machine. */
const TEMPORARY = `.${randomBytes(8).toString("hex")}.tmp`;

/** Folders known to exist. */
const knownFolders = new Set<string>();

/** The content of a file; `null` if it does not exist. Throws the system's other errors. */
export function readIfThere(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw error;
  }
}

/** Writes a file whole or not at all, and only if its content changes; returns whether it did. Throws the system's errors. */
export function writeWhole(file: string, content: Buffer): boolean {
  const folder = dirname(file);
  // Most records are new, and stat is far cheaper than an exception from readFileSync().
  const size = knownFolders.has(folder) ? statSync(file, { throwIfNoEntry: false })?.size : readIfThere(file)?.length;
  if (size === content.length && readIfThere(file)?.equals(content)) return false;
  if (!knownFolders.has(folder)) mkdirSync(folder, { recursive: true });
  knownFolders.add(folder);
  // Not an extended file name, which might exceed the longest name allowed.
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
