import type { CorpusPage } from "./corpus-page.ts";
import { TEMPLATES } from "./known-templates.ts";
import { isCode } from "./list-texts.ts";
import { INTERNAL_LINK } from "./replace-markup.ts";

/** A link that an author typed: `[[target]]` or `[[target|label]]`. */
export interface AuthoredLink {
  target: string;
  /** The text that the page shows for the link, markup included. */
  label: string;
  start: number;
}

/** Targets other than pages: files, categories, and conditions of queries, as `[[property::value]]`. */
const IS_NO_PAGE = /^\s*:?\s*(image|file|media|category)\s*:|::/i;

/** The page's internal links, outside samples, comments and unknown templates. */
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

/** The source with blanks for everything in which brackets are not links; `{{!}}` becomes its character. */
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
