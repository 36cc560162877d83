import type { Page } from "@wasclean/schema";
import { listReferencePaths } from "./reference-paths.ts";

/** A page or a folder, as a link to it needs it. */
export interface WikiLink {
  title: string;
  /** On this site, with its base. */
  href: string;
}

/** A page or folder that is directly below another. */
export interface WikiChild extends WikiLink {
  slug: string;
  /** How many pages there are below it. */
  pages: number;
}

/** A step of the way to a page; without an address where it is the page itself. */
export interface Crumb {
  title: string;
  href: string | null;
}

/** What the pages know of each other. */
export interface WikiSite {
  /** Every path that only has pages below it. */
  folders: readonly string[];
  /** Where a page is built: its slug, or another path where this site has a page of its own there. */
  pathOf(slug: string): string;
  /** This site's own page of that path; `null` where it has none. */
  current(slug: string): string | null;
  /** The page of exactly this slug, or the folder, or else this site's own page; `null` where there is none. */
  link(slug: string): WikiLink | null;
  /** The way from the wiki's front page to a slug. */
  crumbs(slug: string): Crumb[];
  /** What is directly below a slug, by title; first what has pages below itself. */
  children(slug: string): WikiChild[];
}

const parentOf = (slug: string) => slug.slice(0, Math.max(0, slug.lastIndexOf("/")));
const toFolderTitle = (slug: string) => slug.slice(slug.lastIndexOf("/") + 1).replaceAll("_", " ");
const byTitle = new Intl.Collator("en", { numeric: true });

/** Finds the way around: titles, addresses, folders and what is in them. */
export function createWikiSite(pages: ReadonlyMap<string, { page: Page }>, base: string): WikiSite {
  const taken = listReferencePaths();
  const below = listBelow(pages.keys());
  const countBelow = (slug: string): number =>
    [...(below.get(slug) ?? [])].reduce((sum, child) => sum + Number(pages.has(child)) + countBelow(child), 0);
  const pathOf = (slug: string) => (taken.has(slug) ? `${slug}/archive` : slug);
  const titleOf = (slug: string) => pages.get(slug)?.page.title ?? toFolderTitle(slug);
  const hrefOf = (slug: string) => `${base}${pathOf(slug).split("/").map(encodeURIComponent).join("/")}/`;
  const exists = (slug: string) => pages.has(slug) || (slug !== "" && below.has(slug));
  const current = (slug: string) => (taken.has(slug) ? `${base}${slug}/` : null);
  /** What the wiki has not, this site's own reference may have. */
  const toReference = (slug: string) => {
    const href = slug.startsWith("apis/") ? current(slug) : null;
    return href === null ? null : { title: toFolderTitle(slug), href };
  };
  const link = (slug: string) => (exists(slug) ? { title: titleOf(slug), href: hrefOf(slug) } : toReference(slug));
  return {
    folders: [...below.keys()].filter((slug) => slug !== "" && !pages.has(slug)),
    pathOf,
    current,
    link,
    crumbs(slug) {
      if (slug === "") return [{ title: "Wiki", href: null }];
      const steps = slug.split("/");
      const ancestors = steps.slice(1).map((_, index) => steps.slice(0, index + 1).join("/"));
      return [
        { title: "Wiki", href: `${base}wiki/` },
        ...ancestors.map((ancestor) => ({ title: titleOf(ancestor), href: hrefOf(ancestor) })),
        { title: titleOf(slug), href: null },
      ];
    },
    children: (slug) =>
      [...(below.get(slug) ?? [])]
        .map((child) => ({ slug: child, title: titleOf(child), href: hrefOf(child), pages: countBelow(child) }))
        .sort((a, b) => Number(b.pages > 0) - Number(a.pages > 0) || byTitle.compare(a.title, b.title)),
  };
}

/** For every path that something is below of, what is directly below it; the wiki's front page is the empty path. */
function listBelow(slugs: Iterable<string>): Map<string, Set<string>> {
  const below = new Map<string, Set<string>>();
  for (const slug of slugs) {
    for (let child = slug; child !== ""; child = parentOf(child)) {
      const siblings = below.get(parentOf(child)) ?? new Set();
      below.set(parentOf(child), siblings.add(child));
    }
  }
  return below;
}
