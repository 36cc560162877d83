/** How a link was resolved. */
export type LinkOutcome =
  | "exact"
  | "normalized"
  | "last-segment"
  | "missing"
  | "same-page"
  | "external"
  | "file"
  | "category"
  | "interwiki";

/** The target of a link. */
export interface ResolvedLink {
  outcome: LinkOutcome;
  /** The path on the site, e.g. `/apis/websocket/WebSocket/`, or an address; `null` if there is no such page. */
  href: string | null;
  /** The page that the link means; `null` if it is not in this import. */
  slug: string | null;
}

/** Finds the page that a link means, among the slugs that it was created with. */
export interface LinkResolver {
  resolve(target: string): ResolvedLink;
}

/** Prefixes that take a title out of the main namespace (https://www.mediawiki.org/wiki/Help:Namespaces). */
const NAMESPACES: Readonly<Record<string, LinkOutcome>> = {
  file: "file",
  image: "file",
  media: "file",
  category: "category",
  help: "interwiki",
  mediawiki: "interwiki",
  meta: "interwiki",
  path: "interwiki",
  property: "interwiki",
  special: "interwiki",
  talk: "interwiki",
  template: "interwiki",
  user: "interwiki",
  wpd: "interwiki",
};

const OLD_WIKI_BASE = String.raw`(?:https?:)?//(?:docs\.webplatform\.org(?:/(?:wiki/|w/index\.php\?title=|w/|en/)?|(?![\w.-]))|(?:www\.)?webplatform\.org/docs/)`;
/** Addresses of pages of the old wiki; the group is the page's title. */
const OLD_WIKI = new RegExp(`^${OLD_WIKI_BASE}([^?&]*)`, "i");
/** Addresses of the old wiki in running text: in brackets with a label, or bare. Groups: address and label, or address. */
export const OLD_WIKI_IN_TEXT: RegExp = new RegExp(
  String.raw`\[(${OLD_WIKI_BASE}[^\s\][<>"|]*)(?![^\s\][<>"|])[ \t|]{0,9}([^\]\n]{0,999})\]|(${OLD_WIKI_BASE}(?:[^\s\]\[<>"'|]*[^\s\]\[<>"'|.,:;!?)])?)`,
  "gi",
);

/** A link's target as a page's slug: no leading colon or slash, no fragment, underscores for spaces. */
export function toSlug(target: string): string {
  const [title = ""] = target
    .trim()
    .replace(/^[:/]+/, "")
    .split("#", 1);
  let end = title.length;
  while (title[end - 1] === "/") end--;
  return title.slice(0, end).trim().replace(/\s+/g, "_");
}

/** The path of a page on the site. */
export const toPath = (slug: string): string => `/${slug.split("/").map(encodeURIComponent).join("/")}/`;

/** Reduces a slug to letters and digits in lower case: `Web Storage` and `web-storage` become the same. */
const normalize = (slug: string) => slug.toLowerCase().replace(/[^\p{L}\p{N}/]+/gu, "");
const lastSegment = (slug: string) => slug.slice(slug.lastIndexOf("/") + 1);

/** Slugs by key; `null` for a key that several share. */
function toUniqueMap(slugs: readonly string[], toKey: (slug: string) => string): Map<string, string | null> {
  const map = new Map<string, string | null>();
  for (const slug of slugs) {
    const key = toKey(slug);
    map.set(key, map.has(key) ? null : slug);
  }
  return map;
}

/** Creates a resolver for a set of pages. It matches a title exactly, else without case and punctuation, else by a last segment that only one page has. */
export function createLinkResolver(slugs: Iterable<string>): LinkResolver {
  const sorted = [...new Set(slugs)].sort();
  const exact = new Set(sorted);
  const normalized = toUniqueMap(sorted, normalize);
  const segments = toUniqueMap(sorted, (slug) => normalize(lastSegment(slug)));

  function find(slug: string): { outcome: LinkOutcome; slug: string } | null {
    if (exact.has(slug)) return { outcome: "exact", slug };
    const key = normalize(slug);
    const similar = normalized.get(key);
    if (similar) return { outcome: "normalized", slug: similar };
    const last = namespaceOf(slug) ? null : segments.get(lastSegment(key));
    return last ? { outcome: "last-segment", slug: last } : null;
  }

  function resolvePage(target: string): ResolvedLink {
    const written = toSlug(decode(target));
    const fragment = /#(.+)$/s.exec(target)?.[1]?.trim().replace(/\s+/g, "_");
    const hash = fragment ? `#${encodeURIComponent(decode(fragment))}` : "";
    if (written === "") return { outcome: hash ? "same-page" : "missing", href: hash || null, slug: null };
    const found = find(written);
    if (!found) return { outcome: namespaceOf(written) ?? "missing", href: null, slug: null };
    return { ...found, href: toPath(found.slug) + hash };
  }

  const cache = new Map<string, ResolvedLink>();

  function resolve(target: string): ResolvedLink {
    const old = OLD_WIKI.exec(target.trim());
    if (old) return resolvePage(decode(old[1] ?? "") || "Main_Page");
    if (/^\s*(?:https?:|ftp:|mailto:)/i.test(target)) {
      const href = target.trim();
      return { outcome: "external", href: URL.canParse(href) ? href : null, slug: null };
    }
    return resolvePage(target);
  }

  return {
    resolve(target) {
      const known = cache.get(target);
      if (known) return known;
      const resolved = Object.freeze(resolve(target));
      // Pages have the same few links over and over.
      if (cache.size < 10_000 && target.length < 100) cache.set(target, resolved);
      return resolved;
    },
  };
}

/** The outcome that a title's namespace decides; `undefined` in the main namespace. */
export function namespaceOf(target: string): LinkOutcome | undefined {
  const prefix = /^\s*([a-z]+)\s*:/i.exec(target)?.[1]?.toLowerCase() ?? "";
  if (Object.hasOwn(NAMESPACES, prefix)) return NAMESPACES[prefix];
  // A talk page, or another wiki such as `wikipedia:`; two colons are CSS.
  return /^\s*(?:[a-z]+[ _]talk|[a-z][a-z-]+):(?!:)/i.test(target) ? "interwiki" : undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
