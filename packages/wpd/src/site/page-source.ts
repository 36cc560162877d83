import type { Page } from "@wasclean/schema";

/** A page of the wiki, before it is parsed. */
export interface PageSource {
  wikitext: string;
  /** The page's path on the wiki. */
  slug: string;
  /** The file's path, length in bytes and SHA-256. */
  source: Page["source"];
}
