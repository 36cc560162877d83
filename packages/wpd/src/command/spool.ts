import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A temporary file for the texts of pages that have no file of their own. An export is thereby read once, though
 * every page is looked at twice, and workers can read any page of it.
 */
export interface Spool {
  /** The file's path; it exists from the first text on. */
  path: string;
  /** Keeps a text; says where. Throws what the system throws. */
  add(bytes: Buffer): { offset: number; length: number };
  /** Removes it. */
  remove(): void;
}

/** Makes a spool in the folder for temporary files (`TMPDIR`). */
export function createSpool(): Spool {
  const folder = mkdtempSync(join(tmpdir(), "wasclean-"));
  const path = join(folder, "pages");
  let file: number | null = null;
  let end = 0;
  return {
    path,
    add(bytes) {
      file ??= openSync(path, "wx", 0o600);
      const place = { offset: end, length: bytes.length };
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
      end += bytes.length;
      return place;
    },
    remove() {
      if (file !== null) closeSync(file);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
