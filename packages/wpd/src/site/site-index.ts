import type { PageRef } from "@wasclean/schema";
import { createLinkResolver, type LinkResolver } from "./links.ts";
import { matchesQuery, readQuery } from "./page-query.ts";
import type { PageFacts } from "./scan-page.ts";

/** The members of an API object, sorted by title. */
interface Members {
  properties: PageRef[];
  methods: PageRef[];
  events: PageRef[];
}

/** The pages of an import, for the links, members and lists of each. */
export interface SiteIndex extends LinkResolver {
  /** The pages that say they belong to this one. */
  membersOf(slug: string): Members;
  /** The pages that match a query of Semantic MediaWiki; `null` if it cannot be computed. */
  ask(query: string): PageRef[] | null;
  /** The English pages whose path begins with the prefix, without the page of that path itself. */
  withPrefix(prefix: string): PageRef[];
}

const byTitle = (a: PageRef, b: PageRef) => compare(a.title, b.title) || compare(a.slug, b.slug);
/** By code units: the same on every machine. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const toRef = ({ slug, title }: PageFacts): PageRef => ({ slug, title });

/** Creates the index of an import from the facts of its pages, in any order. */
export function createSiteIndex(pages: Iterable<PageFacts>): SiteIndex {
  const facts = [...pages].sort((a, b) => compare(a.slug, b.slug));
  const links = createLinkResolver(facts.map(({ slug }) => slug));
  const members = new Map<string, Members>();
  for (const page of facts) {
    for (const target of page.memberOf ? page.appliesTo : []) {
      const { slug } = links.resolve(target);
      if (slug === null || page.memberOf === null) continue;
      const entry = members.get(slug) ?? { properties: [], methods: [], events: [] };
      entry[page.memberOf].push(toRef(page));
      members.set(slug, entry);
    }
  }
  for (const { properties, methods, events } of members.values()) {
    for (const refs of [properties, methods, events]) refs.sort(byTitle);
  }
  return {
    resolve: links.resolve,
    membersOf: (slug) => members.get(slug) ?? { properties: [], methods: [], events: [] },
    ask(query) {
      const conditions = readQuery(query);
      if (!conditions) return null;
      return facts
        .filter((page) => matchesQuery(page, conditions))
        .map(toRef)
        .sort(byTitle);
    },
    withPrefix(prefix) {
      const start = prefix.replace(/\s+/g, "_");
      const found: PageFacts[] = [];
      for (let at = firstFrom(facts, start); facts[at]?.slug.startsWith(start); at++)
        found.push(facts[at] as PageFacts);
      return found
        .filter(({ slug, lang }) => slug !== start && lang === "en")
        .map(toRef)
        .sort(byTitle);
    },
  };
}

/** The index of the first page, in sorted order, that does not come before `slug`. */
function firstFrom(facts: readonly PageFacts[], slug: string): number {
  let low = 0;
  let high = facts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare((facts[middle] as PageFacts).slug, slug) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
