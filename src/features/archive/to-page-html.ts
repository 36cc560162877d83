import type { Element, ElementContent, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { toString as toText } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { mendLists } from "./mend-lists.ts";
import type { WikiSite } from "./wiki-site.ts";

/** The state that the texts of one page share while they are prepared. */
export interface PageHtmlContext {
  site: Pick<WikiSite, "link">;
  /** The ids that are taken on the page. */
  ids: Set<string>;
  /** Whether another page of the wiki has an element with this id. */
  hasAnchor(slug: string, id: string): boolean;
}

/** Elements that a page shows otherwise than the importer wrote them; most texts have none, and are not parsed. */
const CHANGED = /<(?:h[2-6]|a|dl|pre|table)[\s>]/;

/** The importer's HTML for a page: headings below `level` with ids, links with the site's base, scrolling by keyboard. */
export function toPageHtml(html: string, level: number, context: PageHtmlContext): string {
  if (!CHANGED.test(html)) return html;
  const tree = fromHtml(html, { fragment: true });
  nestHeadings(tree, level, context.ids);
  resolveLinks(tree, context);
  mendLists(tree);
  makeScrollable(tree);
  return toHtml(tree);
}

/** Marks links to parts of the same page that it does not have; `ids` are all ids of the finished page. */
export function markMissingAnchors(html: string, ids: ReadonlySet<string>): string {
  if (!html.includes('href="#')) return html;
  const tree = fromHtml(html, { fragment: true });
  replaceLinks(tree, (link, href) => {
    if (!href.startsWith("#") || href === "#") return link;
    const fragment = decode(href.slice(1));
    const id = findId(fragment, (candidate) => ids.has(candidate));
    if (id === undefined) return toMissing(link, "section", fragment);
    return { ...link, properties: { ...link.properties, href: `#${id}` } };
  });
  return toHtml(tree);
}

/** The ids that the headings of a text get on a page. */
export function listHeadingIds(html: string): string[] {
  const ids = new Set<string>();
  if (html.includes("<h")) nestHeadings(fromHtml(html, { fragment: true }), 2, ids);
  return [...ids];
}

/** Derives a heading's level from the headings before it, so that no level is left out on the way down. */
function nestHeadings(tree: Root, level: number, ids: Set<string>): void {
  const open: number[] = [];
  visit(tree, "element", (node) => {
    const written = Number(/^h([2-6])$/.exec(node.tagName)?.[1] ?? 0);
    if (written === 0) return;
    while ((open.at(-1) ?? 0) >= written) open.pop();
    open.push(written);
    node.tagName = `h${Math.min(6, level + open.length - 1)}`;
    node.properties = { ...node.properties, id: toId(toText(node), ids) };
  });
}

/** An id like MediaWiki's, so that old links still work, but without the characters that HTML or a URL escapes. */
function toId(text: string, ids: Set<string>): string {
  const wanted =
    text
      .replace(/[<>"'%&]/g, "")
      .trim()
      .replace(/\s+/g, "_") || "section";
  let id = wanted;
  for (let count = 2; ids.has(id); count++) id = `${wanted}_${count}`;
  ids.add(id);
  return id;
}

function resolveLinks(tree: Root, { site, hasAnchor }: PageHtmlContext): void {
  replaceLinks(tree, (link, href) => {
    if (!href.startsWith("/")) return link;
    const [path = "", fragment = ""] = href.split("#");
    const slug = decode(path).replace(/^\/|\/$/g, "");
    const target = site.link(slug);
    if (!target) return toMissing(link, "page", slug);
    const id = findId(decode(fragment), (candidate) => hasAnchor(slug, candidate));
    return { ...link, properties: { href: id === undefined ? target.href : `${target.href}#${id}` } };
  });
}

function replaceLinks(tree: Root, replace: (link: Element, href: string) => Element): void {
  visit(tree, { tagName: "a" }, (link: Element, index, parent) => {
    if (index === undefined || parent === undefined || typeof link.properties.href !== "string") return;
    parent.children[index] = replace(link, link.properties.href);
  });
}

/** The id of a section, as the wiki's links write it or as this site does. */
function findId(fragment: string, exists: (id: string) => boolean): string | undefined {
  const plain = fragment.replace(/["'%&<>]/g, "").replace(/_+/g, "_");
  return [fragment, plain, plain.toLowerCase().replaceAll("_", "-")].find((id) => id !== "" && exists(id));
}

const toMissing = ({ children }: Element, what: "page" | "section", target: string): Element => ({
  type: "element",
  tagName: "span",
  properties: { className: ["missing-page"], title: `No ${what} “${target}” here` },
  children,
});

/** Puts boxes that may scroll into the tab order. */
function makeScrollable(tree: Root): void {
  visit(tree, "element", (node, index, parent) => {
    if (node.tagName === "pre") node.properties = { ...node.properties, tabIndex: 0 };
    if (node.tagName !== "table" || index === undefined || parent === undefined) return;
    parent.children[index] = toScrollBox(node);
  });
}

const toScrollBox = (table: ElementContent): Element => ({
  type: "element",
  tagName: "div",
  properties: { className: ["scroll"], role: "group", ariaLabel: "Table", tabIndex: 0 },
  children: [table],
});

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
