/** Reads the wikitext of WebPlatform Docs into page records. */
export { createLinkResolver, type LinkResolver } from "./links.ts";
export type * from "./nodes.ts";
export { parseWikitext, type Tree } from "./parse-wikitext.ts";
export { MAX_PAGE_BYTES, type PageSource, readPage } from "./read-page.ts";
export { toSlices } from "./slices.ts";
export { TEMPLATE_RULES, type TemplateRule } from "./template-rules.ts";
