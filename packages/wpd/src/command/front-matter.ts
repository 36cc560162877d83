import type { Page } from "@wasclean/schema";
import { createDiagnostic } from "../record/describe-diagnostic.ts";

/** The lines between `---` at the beginning of a file of a git export. */
const FRONT_MATTER = /^---[ \t]*\r?\n(?:[^\n]*\n)*?---[ \t]*(?:\r?\n|$)/;

/**
 * Takes front matter out of a page's text: it is not wikitext, and would be read as rules and headings. Blanks replace
 * it, so that all offsets stay the same.
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
