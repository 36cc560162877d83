import { globSync } from "node:fs";

/** The paths at which this site has a page of its own, under `src/pages`: the wiki's page gives way to `<path>/archive/`. */
export function listReferencePaths(): Set<string> {
  const files = globSync("src/pages/**/*.astro").map((file) => file.replaceAll("\\", "/"));
  const prose = globSync("src/content/reference/**/*.mdx").map((file) => file.replaceAll("\\", "/"));
  return new Set([
    ...files.map((file) => file.replace(/^src\/pages\//, "").replace(/(?:^|\/)index\.astro$|\.astro$/, "")),
    ...prose.map((file) => file.replace(/^src\/content\/reference\//, "").replace(/(?:^|\/)index\.mdx$|\.mdx$/, "")),
  ]);
}
