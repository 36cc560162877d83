import { globSync } from "node:fs";

/** The paths of this site's own pages; a wiki page at such a path is moved to `<path>/archive/`. */
export function listReferencePaths(): Set<string> {
  const files = globSync("src/pages/**/*.astro").map((file) => file.replaceAll("\\", "/"));
  const prose = globSync("src/content/reference/**/*.mdx").map((file) => file.replaceAll("\\", "/"));
  return new Set([
    ...files.map((file) => file.replace(/^src\/pages\//, "").replace(/(?:^|\/)index\.astro$|\.astro$/, "")),
    ...prose.map((file) => file.replace(/^src\/content\/reference\//, "").replace(/(?:^|\/)index\.mdx$|\.mdx$/, "")),
  ]);
}
