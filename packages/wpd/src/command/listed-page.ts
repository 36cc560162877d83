import type { ImportFailure } from "@wasclean/schema";
import type { PageFacts } from "../site/scan-page.ts";

/** The most bytes of one page: far over MediaWiki's limit, and small enough to hold in memory. */
export const MAX_SOURCE_BYTES = 16 * 1024 * 1024;

/** A page of the input, without its text. */
export interface ListedPage {
  /** The page's path on the wiki. */
  slug: string;
  /** The source that the record names: the file's path in the folder, or the title in an export. */
  path: string;
  /** The page's name in messages. */
  label: string;
  /** The place of the text: a file of its own, or bytes of the text store. */
  place: { file: string } | { offset: number; length: number };
}

/** An entry of an input. */
export type Listed =
  | { type: "page"; page: ListedPage; facts: PageFacts | null }
  | { type: "skipped"; slug: string; why: string }
  | { type: "failed"; slug: string; label: string; failure: ImportFailure };
