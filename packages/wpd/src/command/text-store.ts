import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A temporary file, in `TMPDIR`, for the texts of pages that have no file of their own. With it an export is read once,
 * though every page is needed twice, and workers can read any page of it.
 */
export class TextStore {
  /** The file's path; the file exists from the first text on. */
  readonly path: string;
  readonly #folder: string;
  #descriptor: number | null = null;
  #end = 0;

  constructor() {
    this.#folder = mkdtempSync(join(tmpdir(), "wasclean-"));
    this.path = join(this.#folder, "pages");
  }

  /** Appends a text; returns its place in bytes. Throws errors of the system. */
  add(bytes: Buffer): { offset: number; length: number } {
    this.#descriptor ??= openSync(this.path, "wx", 0o600);
    const place = { offset: this.#end, length: bytes.length };
    for (let done = 0; done < bytes.length; ) done += writeSync(this.#descriptor, bytes, done);
    this.#end += bytes.length;
    return place;
  }

  /** Closes and removes the file. */
  remove(): void {
    if (this.#descriptor !== null) closeSync(this.#descriptor);
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
