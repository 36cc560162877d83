import { existsSync, statSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
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

/** Writes a compressed file beside each file that has none, or an older one. */
export async function compressFiles(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile() || !EXTENSIONS.has(extname(entry.name))) continue;
    const file = join(entry.parentPath, entry.name);
    const stale = Object.entries(FORMATS).filter(([extension]) => isOlder(file + extension, file));
    if (stale.length === 0) continue;
    const content = await readFile(file);
    await Promise.all(stale.map(async ([extension, compress]) => writeFile(file + extension, await compress(content))));
  }
}

const isOlder = (made: string, from: string) => !existsSync(made) || statSync(made).mtimeMs < statSync(from).mtimeMs;
