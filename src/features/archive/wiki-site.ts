import type { Page } from "@wasclean/schema";
import { listReferencePaths } from "./reference-paths.ts";

/** A link to a page or folder. */
export interface WikiLink {
  title: string;
  /** The address on this site, with its base. */
  href: string;
}

/** A page or folder that is directly below another. */
export interface WikiChild extends WikiLink {
  slug: string;
  /** The number of pages below it. */
  pages: number;
}

/** A breadcrumb; without an address for the page itself. */
export interface Crumb {
  title: string;
  href: string | null;
}

/** The structure of the wiki. */
export interface WikiSite {
  /** Paths that have pages below them, but no page themselves. */
  folders: readonly string[];
  /** The path of a page: its slug, or another path if this site has its own page there. */
  pathOf(slug: string): string;
  /** The address of this site's own page at that path; `null` if there is none. */
  current(slug: string): string | null;
  /** The page with exactly this slug, or the folder, or this site's own page; `null` if there is none. */
  link(slug: string): WikiLink | null;
  /** The breadcrumbs from the wiki's front page to a slug. */
  crumbs(slug: string): Crumb[];
  /** Pages and folders directly below a slug, by title; those with further pages below them come first. */
  children(slug: string): WikiChild[];
}

const parentOf = (slug: string) => slug.slice(0, Math.max(0, slug.lastIndexOf("/")));
const toFolderTitle = (slug: string) => slug.slice(slug.lastIndexOf("/") + 1).replaceAll("_", " ");
const byTitle = new Intl.Collator("en", { numeric: true });

/** Computes titles, addresses and folders from the slugs of pages. */
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
  /** Falls back to this site's own reference. */
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

/** The direct children of every path that has any; the wiki's front page is the empty path. */
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
