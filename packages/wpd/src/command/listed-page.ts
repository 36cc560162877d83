import type { ImportFailure } from "@wasclean/schema";
import type { PageFacts } from "../site/scan-page.ts";

/** The most that one page may have, in bytes: far over MediaWiki's limit, and little enough to hold in memory. */
export const MAX_SOURCE_BYTES = 16 * 1024 * 1024;

/** A page of the input, without its text. */
export interface ListedPage {
  /** The page's path on the wiki. */
  slug: string;
  /** What the record names as its source: the file's path in the folder, or the title in an export. */
  path: string;
  /** How messages name it. */
  label: string;
  /** Where the text is: a file of its own, or a piece of the text store. */
  place: { file: string } | { offset: number; length: number };
}

/** Something that an input has in it. */
export type Listed =
  | { type: "page"; page: ListedPage; facts: PageFacts | null }
  | { type: "skipped"; slug: string; why: string }
  | { type: "failed"; slug: string; label: string; failure: ImportFailure };
