/** Reads the wikitext of WebPlatform Docs into page records. */
export type { LinkOutcome, LinkResolver } from "./links.ts";
export type * from "./nodes.ts";
export { parseWikitext, type Tree } from "./parse-wikitext.ts";
export { MAX_PAGE_BYTES, type PageSource, type ReadResult, readPage } from "./read-page.ts";
export { type PageFacts, scanPage } from "./scan-page.ts";
export { createSiteIndex, type SiteIndex } from "./site-index.ts";
export { toSlices } from "./slices.ts";
export { TEMPLATE_RULES, type TemplateRule } from "./template-rules.ts";
