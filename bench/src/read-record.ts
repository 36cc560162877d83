import { createSiteIndex, type PageSource, readPage } from "../../packages/wpd/src/index.ts";

const SITE = createSiteIndex([]);
const NO_HASH = "0".repeat(64);

/** The record of one page, as if it were alone in its wiki. */
export function readRecord(wikitext: string): unknown {
  const source: PageSource["source"] = { path: "page.wiki", sha256: NO_HASH, bytes: Buffer.byteLength(wikitext) };
  return readPage({ wikitext, slug: "page", source }, SITE).value;
}
