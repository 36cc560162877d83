import { globSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { stop } from "./options.ts";

/** The folder of pages, from the argument or the environment. Without one the process ends with status 2. */
export function findCorpus([argument, ...more]: string[]): string {
  const folder = argument ?? process.env.WASCLEAN_CORPUS;
  if (more.length > 0) return stop(`One folder of pages at a time, not also ${more.join(" ")}.`);
  if (!folder) {
    return stop("Name the folder of pages: npm run <benchmark> -- <folder>, or set WASCLEAN_CORPUS to the folder.");
  }
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return stop(`${folder}: no such folder.`);
  if (listPages(folder).length === 0) return stop(`${folder}: no *.wiki or *.mediawiki file in this folder.`);
  return resolve(folder);
}

/** The pages' files under a folder, relative to it, in a fixed order. */
export const listPages = (folder: string): string[] => globSync("**/*.{wiki,mediawiki}", { cwd: folder }).sort();

/** The wikitext of every page under a folder. */
export const readPages = (folder: string): string[] =>
  listPages(folder).map((path) => readFileSync(join(folder, path), "utf8"));

/** The size of the pages, in bytes of UTF-8. */
export const countBytes = (pages: readonly string[]): number =>
  pages.reduce((sum, page) => sum + Buffer.byteLength(page), 0);
