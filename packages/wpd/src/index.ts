/** Reads the wikitext of WebPlatform Docs into page records. */

export type * from "./parse/nodes.ts";
export { parseWikitext, type Tree } from "./parse/parse-wikitext.ts";
export { toSlices } from "./parse/slices.ts";
export { MAX_PAGE_BYTES, type ReadResult, readPage } from "./record/read-page.ts";
export type { TemplateRule } from "./record/template-rule.ts";
export { TEMPLATE_RULES } from "./record/template-rules.ts";
export type { LinkOutcome, LinkResolver } from "./site/links.ts";
export type { PageSource } from "./site/page-source.ts";
export { type PageFacts, scanPage } from "./site/scan-page.ts";
export { createSiteIndex, type SiteIndex } from "./site/site-index.ts";
