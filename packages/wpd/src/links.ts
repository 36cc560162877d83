/** Finds the page that a link means. Pure: it knows only the slugs that it was made with. */
export interface LinkResolver {
  /** The path of the page on the site, e.g. `/apis/websocket/WebSocket/`; `null` where there is no such page. */
  resolve(target: string): string | null;
}

/** A link's target as a page's slug: no leading colon or slash, no fragment, underscores for spaces. */
export function toSlug(target: string): string {
  return target
    .trim()
    .replace(/^[:/]+/, "")
    .replace(/#.*$/s, "")
    .replace(/\s+/g, "_")
    .replace(/\/+$/, "");
}

/** Makes a resolver for a set of pages. */
export function createLinkResolver(slugs: Iterable<string>): LinkResolver {
  const known = new Set(slugs);
  return {
    resolve(target) {
      const slug = toSlug(target);
      const fragment = /#(.+)$/s.exec(target)?.[1]?.trim().replace(/\s+/g, "_");
      if (slug === "") return fragment ? `#${encodeURIComponent(fragment)}` : null;
      if (!known.has(slug)) return null;
      const path = `/${slug.split("/").map(encodeURIComponent).join("/")}/`;
      return fragment ? `${path}#${encodeURIComponent(fragment)}` : path;
    },
  };
}
