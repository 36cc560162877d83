import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { readLanguage } from "../site/read-language.ts";
import { InputError } from "./input-error.ts";
import type { Listed, ListedPage } from "./listed-page.ts";

const EXTENSION = /\.(?:wiki|mediawiki)$/;
/** A git export of the wiki has `<title>/index.md`, and `<title>/ja.md` for translations; both hold wikitext. */
const EXPORTED = /^(?:(.*)\/)?([^/]+)\.md$/;

/** Lists the pages' files in a folder and its subfolders, in a fixed order. Throws an InputError if there are none. */
export async function* listFolder(folder: string): AsyncGenerator<Listed> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  // Symbolic links may lead out of the folder, or in circles.
  const links = new Set(entries.filter((entry) => entry.isSymbolicLink()).map((entry) => toPath(folder, entry)));
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => toPath(folder, entry))
    .filter((path) => !/(?:^|\/)\.git\//.test(path))
    .sort((a, b) => (a < b ? -1 : 1));
  let pages = 0;
  for (const path of paths) {
    const slug = toSlugOfFile(path);
    if (links.has(path)) yield { type: "skipped", slug: path, why: "symbolic link" };
    else if (slug === null) yield { type: "skipped", slug: path, why: "not a page's file" };
    else {
      pages++;
      yield { type: "page", page: toListedFile(join(folder, path), path, slug), facts: null };
    }
  }
  if (pages === 0) throw new InputError("no *.wiki, *.mediawiki or */index.md file in this folder");
}

/** Lists one file as a page, whatever its name. */
export function listFile(file: string, title: string | null): Listed {
  const name = basename(file);
  const inFolder = name === "index.md" ? `${basename(dirname(resolve(file)))}/${name}` : name;
  const slug = title ?? toSlugOfFile(inFolder) ?? name;
  return { type: "page", page: toListedFile(file, name, slug), facts: null };
}

const toListedFile = (file: string, path: string, slug: string): ListedPage => ({
  slug,
  path,
  label: relative("", file),
  place: { file },
});

const toPath = (folder: string, entry: Dirent): string =>
  relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/");

/** The page's path on the wiki, from its file's; `null` for a file that is not a page. */
function toSlugOfFile(path: string): string | null {
  if (EXTENSION.test(path)) return path.replace(EXTENSION, "");
  const [, title, name = ""] = EXPORTED.exec(path) ?? [];
  if (title === undefined) return null;
  if (name === "index") return title;
  // The first segment keeps the name of a language from being read as that of an HTML element.
  return readLanguage(`title/${name}`) === "en" ? null : `${title}/${name}`;
}
