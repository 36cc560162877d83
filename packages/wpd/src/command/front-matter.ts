import type { Page } from "@wasclean/schema";
import { createDiagnostic } from "../record/describe-diagnostic.ts";

/** The lines between `---` with which files of a git export may begin. */
const FRONT_MATTER = /^---[ \t]*\r?\n(?:[^\n]*\n)*?---[ \t]*(?:\r?\n|$)/;

/**
 * Takes front matter out of a page's text: it is no wikitext, and would be read as rules and headings. Blanks stand in
 * its place, so that every other place stays what it is.
 */
export function blankFrontMatter(wikitext: string): { wikitext: string; frontMatter: string | null } {
  const frontMatter = FRONT_MATTER.exec(wikitext)?.[0] ?? null;
  if (frontMatter === null) return { wikitext, frontMatter };
  return { wikitext: frontMatter.replace(/[^\r\n]/g, " ") + wikitext.slice(frontMatter.length), frontMatter };
}

/** Keeps the front matter in the record, with a diagnostic. */
export function keepFrontMatter(page: Page, frontMatter: string): Page {
  const place = { start: 0, end: frontMatter.length };
  return {
    ...page,
    unknown: [{ template: "front matter", parameters: { "1": frontMatter }, ...place }, ...page.unknown],
    diagnostics: [createDiagnostic("FRONT_MATTER", place), ...page.diagnostics],
  };
}
