import type { CorpusPage } from "./corpus-page.ts";
import { TEMPLATES } from "./known-templates.ts";
import { isCode } from "./list-texts.ts";
import { INTERNAL_LINK } from "./replace-markup.ts";

/** A link that an author typed: `[[target]]` or `[[target|label]]`. */
export interface AuthoredLink {
  target: string;
  /** What the page shows for it, markup included. */
  label: string;
  start: number;
}

/** Files and categories are no pages, and `[[property::value]]` is a condition of a query. */
const IS_NO_PAGE = /^\s*:?\s*(image|file|media|category)\s*:|::/i;

/** The page's internal links, outside of samples, comments and of templates that nobody knows. */
export function listLinks(page: CorpusPage): AuthoredLink[] {
  const links: AuthoredLink[] = [];
  let text = blankCode(page);
  // The innermost first, as captions of images have links in them; blanks keep the offsets.
  for (let found = true; found; ) {
    found = false;
    text = text.replace(INTERNAL_LINK, (link, target: string, label: string, start: number) => {
      found = true;
      if (!IS_NO_PAGE.test(target)) links.push({ target, label: label.slice(1).trim() || target, start });
      return " ".repeat(link.length);
    });
  }
  return links.sort((a, b) => a.start - b.start);
}

/** The source with everything blanked in which brackets are no links; `{{!}}` becomes its character. */
function blankCode({ scanned }: CorpusPage): string {
  const spans: { start: number; end: number; text?: string }[] = [...scanned.opaque];
  for (const { name, start, end, parameters } of scanned.templates) {
    if (name === "!" || name === "=") spans.push({ start, end, text: name === "!" ? "|" : "=" });
    else if (!(name in TEMPLATES)) spans.push({ start, end });
    else spans.push(...parameters.filter((parameter) => isCode(name, parameter.name) || parameter.name === "Query"));
  }
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  let text = "";
  for (const { start, end, text: shown = "" } of spans) {
    if (start < text.length) continue;
    text += scanned.source.slice(text.length, start) + shown.padEnd(end - start);
  }
  return text + scanned.source.slice(text.length);
}
