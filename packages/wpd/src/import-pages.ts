import { type Diagnostic, PageSchema } from "@wasclean/data/schema";
import { createLinkResolver } from "./links.ts";
import { InputError, listPages, readPageFile, slugOf } from "./read-input.ts";
import { type PageSource, readPage } from "./read-page.ts";

/** One page's file as it is to be written, or why there is none. */
export interface ImportedPage {
  /** The source's path. */
  path: string;
  /** The file to write, relative to the folder for the output. */
  target: string;
  /** What to write; `null` where the source could not be read. */
  json: string | null;
  /** Each with its place as line and column, from 1. */
  diagnostics: (Diagnostic & { line: number; column: number })[];
  error: string | null;
  /** How many pages there are in all. */
  total: number;
}

/** Reads every page under a file or folder. Throws an InputError where there is nothing to read. */
export async function* importPages(input: string): AsyncGenerator<ImportedPage> {
  const { base, paths } = await listPages(input);
  const links = createLinkResolver(paths.map(slugOf));
  const total = paths.length;
  for (const path of paths) {
    const page = { path, target: `${slugOf(path)}.json`, total };
    try {
      const source = await readPageFile(base, path);
      const { value, diagnostics } = readPage(source, links);
      const json = `${JSON.stringify(PageSchema.parse(value), null, 2)}\n`;
      yield { ...page, json, error: null, diagnostics: locate(diagnostics, source) };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      yield { ...page, json: null, error: error.message, diagnostics: [] };
    }
  }
}

/** Adds line and column, from 1, in one pass over the source. */
function locate(diagnostics: Diagnostic[], { wikitext }: PageSource): ImportedPage["diagnostics"] {
  let line = 1;
  let lineStart = 0;
  return diagnostics.map((diagnostic) => {
    for (;;) {
      const next = wikitext.indexOf("\n", lineStart);
      if (next === -1 || next >= diagnostic.start) break;
      line++;
      lineStart = next + 1;
    }
    return { ...diagnostic, line, column: diagnostic.start - lineStart + 1 };
  });
}
