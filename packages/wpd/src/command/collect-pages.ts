import type { ImportFailure } from "@wasclean/schema";
import type { PageFacts } from "../site/scan-page.ts";
import { checkNames, hasCaseTwins } from "./check-names.ts";
import type { ImportCounts } from "./import-counts.ts";
import type { Listed, ListedPage } from "./listed-page.ts";

/** Everything that an input lists, sorted. */
export interface Collection {
  /** Pages that can have a record, wanted or not, in the input's order. */
  pages: { page: ListedPage; facts: PageFacts | null }[];
  /** The names of everything listed: pages, failures, and skipped entries. */
  listing: string[];
  /** Why pages have no record, with their names for messages. */
  failures: LabelledFailure[];
}

/** A failure, with the page's name for messages. */
export interface LabelledFailure extends ImportFailure {
  label: string;
}

interface CollectOptions {
  isWanted(slug: string): boolean;
  counts: ImportCounts;
  /** Whether the file system treats names that differ only in case as one; called only if there are such names. */
  foldsCase(): boolean;
  /** Called with the number of entries so far. */
  onListed(count: number): void;
}

/** Collects the pages that an input lists. Throws errors of the listing. */
export async function collectPages(listed: AsyncIterable<Listed>, options: CollectOptions): Promise<Collection> {
  const collection: Collection = { pages: [], listing: [], failures: [] };
  const { isWanted, counts } = options;
  for await (const item of listed) {
    const slug = item.type === "page" ? item.page.slug : item.slug;
    collection.listing.push(slug);
    if (item.type === "page") collection.pages.push({ page: item.page, facts: item.facts });
    else if (isWanted(slug)) {
      if (item.type === "skipped") counts.addSkipped(item.why);
      else collection.failures.push({ ...item.failure, label: item.label });
    }
    options.onListed(collection.listing.length);
  }
  return dropBadNames(collection, options);
}

/** Makes failures of the pages whose records cannot have a file. */
function dropBadNames(collection: Collection, { isWanted, foldsCase }: CollectOptions): Collection {
  const slugs = collection.pages.map(({ page }) => page.slug);
  const problems = checkNames(slugs, process.platform, hasCaseTwins(slugs) && foldsCase());
  const failures = [...collection.failures];
  for (const [place, { page }] of collection.pages.entries()) {
    const reason = problems[place] ?? null;
    if (reason !== null && isWanted(page.slug))
      failures.push({ path: page.path, line: null, reason, label: page.label });
  }
  return { ...collection, failures, pages: collection.pages.filter((_, place) => problems[place] === null) };
}
