import { PageSchema } from "@wasclean/schema";
import { toLines } from "../command/diagnostic-lines.ts";
import { blankFrontMatter } from "../command/front-matter.ts";
import { readPage } from "../record/read-page.ts";
import { scanPage } from "../site/scan-page.ts";
import { createSiteIndex } from "../site/site-index.ts";

const SITE = createSiteIndex([]);

/** Does all that an import does with one page's text, files aside; returns the record as JSON. */
export function importText(text: string): string {
  const { wikitext } = blankFrontMatter(text);
  scanPage({ slug: "page", wikitext });
  const source = { path: "page.wiki", sha256: "0".repeat(64), bytes: wikitext.length };
  const { value } = readPage({ wikitext, slug: "page", source }, SITE);
  toLines(value.diagnostics.slice(0, 100), wikitext, "page.wiki");
  return JSON.stringify(PageSchema.parse(value));
}
