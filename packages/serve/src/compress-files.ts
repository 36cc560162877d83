import { existsSync, statSync } from "node:fs";
import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** Files worth compressing. */
const EXTENSIONS = new Set([".css", ".html", ".js", ".json", ".svg", ".txt", ".wiki", ".xml"]);
/** Brotli's quality. The last two levels take ten times as long to save one percent. */
const QUALITY = 9;

const FORMATS = {
  ".br": (content: Buffer) => brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }),
  ".gz": (content: Buffer) => promisify(gzip)(content, { level: QUALITY }),
} as const;
const brotli = promisify(brotliCompress);

/**
 * Writes a compressed file beside each file that has none, or an older one. Rejects if the disk is full, or the folder
 * not to be written; those already written are whole.
 */
export async function compressFiles(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile() || !EXTENSIONS.has(extname(entry.name))) continue;
    const file = join(entry.parentPath, entry.name);
    const stale = Object.entries(FORMATS).filter(([extension]) => isOlder(file + extension, file));
    if (stale.length === 0) continue;
    const content = await readFile(file);
    await Promise.all(
      stale.map(async ([extension, compress]) => writeWhole(file + extension, await compress(content))),
    );
  }
}

/** Writes a file that is there as a whole or not at all, even if the process is killed or the disk is full. */
async function writeWhole(file: string, content: Buffer): Promise<void> {
  const partial = `${file}.${process.pid}.partial`;
  try {
    await writeFile(partial, content);
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

const isOlder = (made: string, from: string) => !existsSync(made) || statSync(made).mtimeMs < statSync(from).mtimeMs;
