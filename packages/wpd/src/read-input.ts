import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import type { PageSource } from "./read-page.ts";

/** A file that could not be read as a page; the message says which, why, and what to do. */
export class InputError extends Error {}

const EXTENSION = /\.(?:wiki|mediawiki)$/;

/** The pages' files under a file or a folder, as paths relative to `base`, in a fixed order. Throws an InputError. */
export async function listPages(input: string): Promise<{ base: string; paths: string[] }> {
  const info = await stat(input).catch((error: NodeJS.ErrnoException) => {
    throw new InputError(`${input}: ${error.code === "ENOENT" ? "no such file or folder" : error.message}`);
  });
  if (!info.isDirectory()) return { base: join(input, ".."), paths: [basename(input)] };
  const entries = await readdir(input, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && EXTENSION.test(entry.name))
    .map((entry) => relative(input, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort((a, b) => (a < b ? -1 : 1));
  if (paths.length === 0) throw new InputError(`${input}: no *.wiki or *.mediawiki file in this folder`);
  return { base: input, paths };
}

/** The path of a page on the wiki, from its file's path. */
export const slugOf = (path: string): string => path.replace(EXTENSION, "");

/** Reads one page's file. Throws an InputError where it cannot be read or is not UTF-8. */
export async function readPageFile(base: string, path: string): Promise<PageSource> {
  const file = join(base, path);
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new InputError(`${file}: ${error.message}`);
  });
  return {
    wikitext: decode(bytes, file),
    slug: slugOf(path),
    lang: "en",
    source: { path, sha256: createHash("sha256").update(bytes).digest("hex"), bytes: bytes.length },
  };
}

function decode(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const good = new TextDecoder().decode(bytes).indexOf("\ufffd");
    const line = good === -1 ? 1 : new TextDecoder().decode(bytes).slice(0, good).split("\n").length;
    throw new InputError(
      `${file}:${line}: not UTF-8; convert it first, for example with iconv -f windows-1252 -t utf-8`,
    );
  }
}
