import type { ImportFailure } from "@wasclean/schema";
import type { PageFacts } from "../site/scan-page.ts";
import { checkNames, hasCaseTwins } from "./check-names.ts";
import type { Listed, ListedPage } from "./listed-page.ts";
import type { Tally } from "./tally.ts";

/** What an input has in it. */
export interface Survey {
  /** Those that a record can be made of, wanted or not, in the input's order. */
  pages: { page: ListedPage; facts: PageFacts | null }[];
  /** The names of all that was listed: pages, failures, and what was skipped. */
  listing: string[];
  /** Why pages have no record, with the names for messages. */
  failures: LabelledFailure[];
}

/** A failure, and how messages name the page. */
export interface LabelledFailure extends ImportFailure {
  label: string;
}

/** What surveying takes. */
export interface SurveyOptions {
  isWanted(slug: string): boolean;
  tally: Tally;
  /** Whether the file system takes names that differ in case for one; asked only where it matters. */
  foldsCase(): boolean;
  /** Hears how many were listed. */
  onListed(count: number): void;
}

/** Goes through all that an input lists. Throws what the listing throws. */
export async function surveyInput(listed: AsyncIterable<Listed>, options: SurveyOptions): Promise<Survey> {
  const survey: Survey = { pages: [], listing: [], failures: [] };
  const { isWanted, tally } = options;
  for await (const item of listed) {
    const slug = item.type === "page" ? item.page.slug : item.slug;
    survey.listing.push(slug);
    if (item.type === "page") survey.pages.push({ page: item.page, facts: item.facts });
    else if (isWanted(slug)) {
      if (item.type === "skipped") tally.addSkipped(item.why);
      else survey.failures.push({ ...item.failure, label: item.label });
    }
    options.onListed(survey.listing.length);
  }
  return dropBadNames(survey, options);
}

function dropBadNames(survey: Survey, { isWanted, foldsCase }: SurveyOptions): Survey {
  const slugs = survey.pages.map(({ page }) => page.slug);
  const problems = checkNames(slugs, process.platform, hasCaseTwins(slugs) && foldsCase());
  const failures = [...survey.failures];
  for (const [place, { page }] of survey.pages.entries()) {
    const reason = problems[place] ?? null;
    if (reason !== null && isWanted(page.slug))
      failures.push({ path: page.path, line: null, reason, label: page.label });
  }
  return { ...survey, failures, pages: survey.pages.filter((_, place) => problems[place] === null) };
}
