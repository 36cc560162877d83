import type { Page } from "@wasclean/data/schema";
import { listHeadingIds, markMissingAnchors, type PageHtmlContext, toPageHtml } from "./to-page-html.ts";
import type { Crumb, WikiChild, WikiLink, WikiSite } from "./wiki-site.ts";

/** All that one page shows: nothing else goes into its HTML, so that the same view is the same page. */
export interface WikiView {
  /** The record, its HTML ready for this page. */
  page: Page;
  crumbs: Crumb[];
  /** The pages below it that it does not list itself. */
  children: WikiChild[];
  /** The same page in other languages. */
  languages: (WikiLink & { lang: string })[];
  /** Where the pages are that the record names, by slug. */
  links: Record<string, WikiLink>;
  /** Whether the record and its wikitext are on this site as files. */
  hasFiles: boolean;
}

/** The ids of the sections that the site makes of a record. */
const SECTIONS = [
  "content",
  "examples",
  "notes",
  "specifications",
  "compatibility",
  "see-also",
  "attribution",
] as const;
/** Where a text's headings are the page's own; elsewhere they stand below a section's. */
const TOP_FIELDS = new Set(["body", "content", "overview", "summary", "definition", "description"]);

type Pages = ReadonlyMap<string, { page: Page }>;

/** Makes a page's record ready to be shown, with all that it needs to know of other pages. */
export function createWikiView(page: Page, pages: Pages, site: WikiSite, hasFiles: boolean): WikiView {
  const ids = new Set<string>(SECTIONS);
  const context: PageHtmlContext = { site, ids, hasAnchor: (slug, id) => listIds(pages.get(slug)?.page).has(id) };
  const ready = mapHtml(page, (html, field) => toPageHtml(html, TOP_FIELDS.has(field) ? 2 : 3, context));
  const below = site.children(page.slug);
  const isTranslation = (slug: string) => slug === `${page.slug}/${pages.get(slug)?.page.lang}`;
  const links = listLinks(page, site);
  return {
    page: mapHtml(ready, (html) => markMissingAnchors(html, ids)),
    crumbs: site.crumbs(page.slug),
    children: below.filter(({ slug }) => !Object.hasOwn(links, slug) && !isTranslation(slug)),
    languages: below
      .filter(({ slug }) => isTranslation(slug))
      .map((child) => ({ ...toLink(child), lang: pages.get(child.slug)?.page.lang ?? "en" })),
    links,
    hasFiles,
  };
}

const toLink = ({ title, href }: WikiLink): WikiLink => ({ title, href });

/** The ids on a page, for links from others. */
function listIds(page: Page | undefined): Set<string> {
  const ids = new Set<string>(SECTIONS);
  if (page) {
    mapHtml(page, (html) => {
      for (const id of listHeadingIds(html)) ids.add(id);
      return html;
    });
  }
  return ids;
}

/** The same record with other HTML in its texts; the function gets the name of the field as well. */
function mapHtml<T>(value: T, change: (html: string, field: string) => string, field = ""): T {
  if (Array.isArray(value)) return value.map((entry) => mapHtml(entry, change, field)) as T;
  if (typeof value !== "object" || value === null) return value;
  if ("html" in value && typeof value.html === "string") return { ...value, html: change(value.html, field) };
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mapHtml(inner, change, name)])) as T;
}

/** The pages that fields of the record name, other than in their text. */
function listLinks(page: Page, site: WikiSite): Record<string, WikiLink> {
  const fields = ["appliesTo", "subclassOf", "domInterface", "nextPage", "previousPage"] as const;
  const named = fields
    .map((field) => (page as Record<string, unknown>)[field])
    .filter((value) => typeof value === "string");
  const members = page.kind === "api-object" ? Object.values(page.members).flat() : [];
  const listed = page.listings.flatMap(({ pages }) => pages);
  const slugs = new Set([...named, ...[...members, ...listed].map(({ slug }) => slug)]);
  return Object.fromEntries([...slugs].flatMap((slug) => [[slug, site.link(slug)] as const]).filter(isFound));
}

const isFound = (entry: readonly [string, WikiLink | null]): entry is [string, WikiLink] => entry[1] !== null;
