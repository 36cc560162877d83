import type { PageRef } from "@wasclean/schema";
import type { TemplateNode } from "../parse/nodes.ts";
import { toPath } from "../site/links.ts";
import { type Atom, addAtom } from "./atoms.ts";
import { renderLink } from "./link-atoms.ts";
import type { RenderContext } from "./render-context.ts";

/**
 * Expands lists that the wiki computed for each view into lists of links: a query (`{{#ask: … }}`), the pages below a
 * path (`{{Special:PrefixIndex/…}}`), or a transcluded page (`{{:Title}}`), which becomes a link to it. Returns `null`
 * for any other template.
 */
export function expandListing(
  node: TemplateNode,
  written: string,
  { source, site, onListing, onLink }: RenderContext,
  atoms: Atom[],
): string | null {
  const name = written.trim();
  const query = /^#ask\s*:(.*)$/is.exec(name)?.[1]?.trim();
  if (query !== undefined) {
    const pages = site.ask(query);
    const parameters = node.parts.slice(1).map(({ start, end }) => source.slice(start, end).trim());
    onListing({ template: "#ask", query: query || null, parameters, pages }, node);
    return toList(pages ?? [], atoms);
  }
  const prefix = /^Special:PrefixIndex\/(.*)$/is.exec(name)?.[1];
  if (prefix !== undefined) {
    const pages = site.withPrefix(prefix);
    onListing({ template: "Special:PrefixIndex", query: prefix || null, parameters: [], pages }, node);
    return toList(pages, atoms);
  }
  const title = /^:\s*([^[\]{}<>|\n]+)$/.exec(name)?.[1];
  if (title === undefined) return null;
  const { slug, outcome } = site.resolve(title);
  onLink(outcome, title);
  const pages = slug ? [{ slug, title }] : null;
  onListing({ template: `:${title}`, query: null, parameters: [], pages }, node);
  return pages ? toList(pages, atoms) : title;
}

function toList(pages: readonly PageRef[], atoms: Atom[]): string {
  const items = pages.map(({ slug, title }) => {
    // A title is text, not wikitext.
    const words: Atom[] = [];
    const label = addAtom(words, { isBlock: false, render: (out) => out.text(title) });
    const link = { tagName: "a" as const, properties: { href: toPath(slug) } };
    return `* ${addAtom(atoms, { isBlock: false, render: (out) => renderLink(link, label, words, out) })}`;
  });
  return items.length > 0 ? `\n${items.join("\n")}\n` : "";
}
