import type { Page } from "@wasclean/schema";
import { listSectionIds, SECTION_IDS } from "./section-ids.ts";
import { listHeadingIds, markMissingAnchors, type PageHtmlContext, toPageHtml } from "./to-page-html.ts";
import type { Crumb, WikiChild, WikiLink, WikiSite } from "./wiki-site.ts";

/** Everything that a page shows: its HTML depends on nothing else, so equal views make equal pages. */
export interface WikiView {
  /** The record, with HTML prepared for this page. */
  page: Page;
  crumbs: Crumb[];
  /** The pages below it that it does not list itself. */
  children: WikiChild[];
  /** Translations of the page. */
  languages: (WikiLink & { lang: string })[];
  /** Links to the pages that the record names, by slug. */
  links: Record<string, WikiLink>;
  /** The address of this site's own page at the same path; `null` if there is none. */
  current: string | null;
  /** Whether the record and its wikitext are on this site as files. */
  hasFiles: boolean;
}

/** Fields whose headings are at the page's top level; in other fields they are below a section's heading. */
const TOP_FIELDS = new Set(["body", "content", "overview", "summary", "definition", "description"]);

type Pages = ReadonlyMap<string, { page: Page }>;

/** Prepares a page's record, with all that the page shows of other pages. */
export function createWikiView(page: Page, pages: Pages, site: WikiSite, hasFiles: boolean): WikiView {
  const ids = new Set<string>(SECTION_IDS);
  const context: PageHtmlContext = { site, ids, hasAnchor: (slug, id) => listIds(pages.get(slug)?.page).has(id) };
  const ready = mapHtml(page, (html, field) => toPageHtml(html, TOP_FIELDS.has(field) ? 2 : 3, context));
  const present = new Set([...listSectionIds(page), ...[...ids].filter((id) => !SECTION_IDS.includes(id))]);
  const below = site.children(page.slug);
  const isTranslation = (slug: string) => slug === `${page.slug}/${pages.get(slug)?.page.lang}`;
  const links = listLinks(page, site);
  return {
    page: mapHtml(ready, (html) => markMissingAnchors(html, present)),
    crumbs: site.crumbs(page.slug),
    children: below.filter(({ slug }) => !Object.hasOwn(links, slug) && !isTranslation(slug)),
    languages: below
      .filter(({ slug }) => isTranslation(slug))
      .map((child) => ({ ...toLink(child), lang: pages.get(child.slug)?.page.lang ?? "en" })),
    links,
    current: site.current(page.slug),
    hasFiles,
  };
}

const toLink = ({ title, href }: WikiLink): WikiLink => ({ title, href });

/** The ids on a page, for links from other pages. */
function listIds(page: Page | undefined): Set<string> {
  const ids = new Set<string>(page ? listSectionIds(page) : []);
  if (page) {
    mapHtml(page, (html) => {
      for (const id of listHeadingIds(html)) ids.add(id);
      return html;
    });
  }
  return ids;
}

/** A copy of a record with its HTML changed; `change` receives the name of the field as well. */
function mapHtml<T>(value: T, change: (html: string, field: string) => string, field = ""): T {
  if (Array.isArray(value)) return value.map((entry) => mapHtml(entry, change, field)) as T;
  if (typeof value !== "object" || value === null) return value;
  if ("html" in value && typeof value.html === "string") return { ...value, html: change(value.html, field) };
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mapHtml(inner, change, name)])) as T;
}

/** Fields that may name a page by its slug. */
const NAMING = ["appliesTo", "subclassOf", "domInterface", "interface", "target", "nextPage", "previousPage"] as const;

/** The pages that the record names outside of its texts. */
function listLinks(page: Page, site: WikiSite): Record<string, WikiLink> {
  const fields: Readonly<Record<string, unknown>> = page;
  const members = page.kind === "api-object" ? Object.values(page.members).flat() : [];
  const listed = page.listings.flatMap(({ pages }) => pages);
  const slugs = new Set([
    ...NAMING.map((name) => toName(fields[name])),
    ...[...members, ...listed].map(({ slug }) => slug),
  ]);
  return Object.fromEntries([...slugs].map((slug) => [slug, site.link(slug)] as const).filter(isFound));
}

function toName(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "object" && value !== null && "text" in value ? String(value.text) : "";
}

const isFound = (entry: readonly [string, WikiLink | null]): entry is [string, WikiLink] => entry[1] !== null;
