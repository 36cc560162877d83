import { mendLists } from "./mend-lists.ts";
import type { WikiSite } from "./wiki-site.ts";

/** What the texts of one page share while they are made ready. */
export interface PageHtmlContext {
  site: Pick<WikiSite, "link">;
  /** The ids that are taken on the page. */
  ids: Set<string>;
  /** Whether a link of the wiki to a part of another page finds it. */
  hasAnchor(slug: string, id: string): boolean;
}

/** The importer's HTML as it stands on a page: headings below `level` with ids, links with the site's base, a keyboard's way into what scrolls. */
export function toPageHtml(html: string, level: number, context: PageHtmlContext): string {
  const headed = html.includes("<h") ? nestHeadings(html, level, context.ids) : html;
  const linked = headed.includes('href="/') ? resolveLinks(headed, context) : headed;
  return mendLists(linked)
    .replaceAll("<pre>", '<pre tabindex="0">')
    .replaceAll("<table>", '<div class="scroll" role="group" aria-label="Table" tabindex="0"><table>')
    .replaceAll("</table>", "</table></div>");
}

/** Links to parts of the same page; to be called when the page's ids are all known. */
export function markMissingAnchors(html: string, ids: ReadonlySet<string>): string {
  if (!html.includes('href="#')) return html;
  return html.replace(/<a href="#([^"]+)"[^>]*>(.*?)<\/a>/gs, (whole, fragment: string, label: string) => {
    const id = findId(decode(fragment), (candidate) => ids.has(candidate));
    return id ? whole.replace(`#${fragment}`, `#${id}`) : toMissing(label, "section", decode(fragment));
  });
}

/** The ids that the headings of a text get on a page. */
export function listHeadingIds(html: string): string[] {
  const ids = new Set<string>();
  if (html.includes("<h")) nestHeadings(html, 2, ids);
  return [...ids];
}

/** A heading's level follows from the ones before it, so that none is left out on the way down. */
function nestHeadings(html: string, level: number, ids: Set<string>): string {
  const open: number[] = [];
  return html.replace(/<h([2-6])>(.*?)<\/h\1>/gs, (_, written: string, inner: string) => {
    const own = Number(written);
    while ((open.at(-1) ?? 0) >= own) open.pop();
    open.push(own);
    const tag = `h${Math.min(6, level + open.length - 1)}`;
    return `<${tag} id="${toId(inner, ids)}">${inner}</${tag}>`;
  });
}

/** An id as MediaWiki gives it, so that old links to a part of a page still find it; without what HTML and addresses escape. */
function toId(inner: string, ids: Set<string>): string {
  const text = inner.replace(/<[^>]*>|&#?\w+;|[<>"'%]/g, "").trim();
  const wanted = text.replace(/\s+/g, "_") || "section";
  let id = wanted;
  for (let count = 2; ids.has(id); count++) id = `${wanted}_${count}`;
  ids.add(id);
  return id;
}

function resolveLinks(html: string, { site, hasAnchor }: PageHtmlContext): string {
  return html.replace(
    /<a href="(\/[^"#]*)(?:#([^"]*))?"[^>]*>(.*?)<\/a>/gs,
    (_, path: string, fragment, label: string) => {
      const slug = decode(path).replace(/^\/|\/$/g, "");
      const target = site.link(slug);
      if (!target) return toMissing(label, "page", slug);
      const id = findId(decode(fragment ?? ""), (candidate) => hasAnchor(slug, candidate));
      return `<a href="${target.href}${id ? `#${id}` : ""}">${label}</a>`;
    },
  );
}

/** The wiki's own sections had the same names, in its way of writing them. */
function findId(fragment: string, exists: (id: string) => boolean): string | undefined {
  const plain = fragment.replace(/["'%&<>]/g, "").replace(/_+/g, "_");
  return [fragment, plain, plain.toLowerCase().replaceAll("_", "-")].find((id) => id !== "" && exists(id));
}

function toMissing(label: string, what: "page" | "section", target: string): string {
  const name = target.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  return `<span class="missing-page" title="No ${what} “${name}” here">${label}</span>`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
