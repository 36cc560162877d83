import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeMarkdown } from "./site-markdown.ts";

const from = (name: string) => fileURLToPath(new URL(`../site/${name}`, import.meta.url));

/** Writes a project for each generator into a folder, with the pages of an import as Markdown. Returns the number of pages. */
export function writeProjects(records: string, folder: string): number {
  const eleventy = join(folder, "eleventy");
  const starlight = join(folder, "starlight");
  const content = join(eleventy, "content");
  const pages = writeMarkdown(records, content);
  copy("eleventy.config.js", eleventy);
  copy("page.njk", join(eleventy, "_includes"));
  writeFileSync(join(eleventy, "package.json"), '{ "type": "module" }\n');
  cpSync(content, join(starlight, "src/content/docs"), { recursive: true });
  copy("astro.config.mjs", starlight);
  copy("content.config.ts", join(starlight, "src"));
  // Astro bundles the integrations named in a project's package.json.
  writeFileSync(
    join(starlight, "package.json"),
    '{ "type": "module", "dependencies": { "@astrojs/starlight": "*" } }\n',
  );
  return pages;
}

function copy(name: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  cpSync(from(name), join(folder, name));
}
