/** Finds the pages that a link may mean. */
export interface TargetResolver {
  /** The slugs that the link may mean: one if it is clear, several if not, none if no page comes close. */
  resolve(target: string, from: string): string[];
  has(slug: string): boolean;
}

const normalize = (slug: string) => slug.toLowerCase().replace(/[^\p{L}\p{N}/]+/gu, "");
const lastSegment = (slug: string) => slug.slice(slug.lastIndexOf("/") + 1);

/** Creates a resolver that matches exactly, then by letters and digits only, then by a unique last segment. */
export function createTargetResolver(slugs: readonly string[]): TargetResolver {
  const exact = new Set(slugs);
  const loose = groupBy(slugs, normalize);
  const last = groupBy(slugs, (slug) => normalize(lastSegment(slug)));
  return {
    has: (slug) => exact.has(slug),
    resolve(target, from) {
      const slug = target
        .replace(/#.*$/s, "")
        .trim()
        .replace(/^:/, "")
        .replace(/[\s_]+/g, "_")
        .replace(/\/+$/, "");
      // `[[/a]]` is a subpage in MediaWiki; many authors meant the root.
      const candidates = slug.startsWith("/") ? [from + slug, slug.slice(1)] : [slug];
      for (const candidate of candidates) if (exact.has(candidate)) return [candidate];
      for (const candidate of candidates) {
        const found = loose.get(normalize(candidate));
        if (found) return found;
      }
      const found = last.get(normalize(lastSegment(slug))) ?? [];
      return found.length === 1 ? found : [];
    },
  };
}

function groupBy(slugs: readonly string[], toGroup: (slug: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const slug of slugs) {
    const key = toGroup(slug);
    if (key === "") continue;
    groups.set(key, [...(groups.get(key) ?? []), slug]);
  }
  return groups;
}
