import { decodeHTMLStrict } from "entities";
import { accuse, type CorpusPage, count, createMeasure, type Measure, quote } from "./corpus-page.ts";
import { type AuthoredLink, listLinks } from "./list-links.ts";
import type { HtmlLink } from "./read-html.ts";
import { replaceMarkup } from "./replace-markup.ts";
import type { TargetResolver } from "./resolve-target.ts";
import { toWords } from "./word-pool.ts";

const OLD_WIKI = /^(?:https?:)?\/\/(?:docs|www)\.webplatform\.org\/wiki(?:\/|$)/i;

/** Counts the authored links that resolve or are marked as missing, correctly; each link of the record counts for one of the source. */
export function measureLinks(page: CorpusPage, resolver: TargetResolver): Measure {
  const measure = createMeasure();
  const kept = page.record.html.flatMap(({ links }) => links);
  for (const { href } of kept) {
    if (href && OLD_WIKI.test(href))
      accuse(measure, page, Math.max(0, page.scanned.source.indexOf(href)), `a link into the old wiki: ${href}`);
  }
  const own = kept.filter(({ href }) => href === null || /^[/#]/.test(href));
  const links = listLinks(page);
  const claimed = claim(links, own, (target) => resolver.resolve(target, page.slug));
  for (const [index, link] of links.entries()) {
    measure.total++;
    const problem = judge(link, claimed[index] ?? null, page.slug, resolver, measure);
    if (problem === null) measure.good++;
    else accuse(measure, page, link.start, `[[${link.target}]]: ${problem}`);
  }
  return measure;
}

/** Pairs each link with one of the record with the same words: first with those that lead to the right page, then with any other. */
function claim(
  links: readonly AuthoredLink[],
  own: readonly HtmlLink[],
  resolve: (target: string) => string[],
): (HtmlLink | undefined)[] {
  const free = new Map<string, HtmlLink[]>();
  for (const link of own) {
    const label = toWords(link.text).join(" ");
    free.set(label, [...(free.get(label) ?? []), link]);
  }
  const claimed: (HtmlLink | undefined)[] = new Array(links.length).fill(undefined);
  for (const isStrict of [true, false]) {
    for (const [index, { label, target }] of links.entries()) {
      if (claimed[index]) continue;
      const shown = decodeHTMLStrict(replaceMarkup(label, " ", []));
      const fits = free.get(toWords(shown).join(" ")) ?? [];
      const meant = isStrict ? resolve(target) : [];
      const at = isStrict ? fits.findIndex(({ href }) => isMeant(href, meant)) : 0;
      if (at !== -1) claimed[index] = fits.splice(at, 1)[0];
    }
  }
  return claimed;
}

function isMeant(href: string | null, meant: readonly string[]): boolean {
  const slug = href === null ? null : toSlug(href);
  return slug === null ? meant.length === 0 : meant.includes(slug);
}

/** Why a link is wrong; `null` if it is right. */
function judge(
  { target }: AuthoredLink,
  link: HtmlLink | null,
  from: string,
  resolver: TargetResolver,
  measure: Measure,
): string | null {
  if (link === null) return "neither a link nor a missing page in the record";
  const isFragment = target.trim().startsWith("#");
  const meant = isFragment ? [] : resolver.resolve(target, from);
  if (link.href === null) {
    if (meant.length === 1) return `marked as missing, but it means ${quote(meant[0] as string)}`;
    count(measure, "marked as missing");
    return isFragment ? "marked as missing, but it is on the same page" : null;
  }
  count(measure, "resolved");
  if (isFragment) return link.href.startsWith("#") ? null : `leads to ${link.href}`;
  const slug = toSlug(link.href);
  if (slug === null || !resolver.has(slug)) return `leads to ${link.href}, where no page is`;
  return meant.length === 0 || meant.includes(slug)
    ? null
    : `leads to ${link.href} instead of ${quote(meant.join(", "))}`;
}

function toSlug(href: string): string | null {
  try {
    return decodeURIComponent(href.replace(/[?#].*$/s, "")).replace(/^\/+|\/+$/g, "");
  } catch {
    return null;
  }
}
