import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { close, createIndex } from "pagefind";

/**
 * Indexes the built pages of a folder and writes the index to `pagefind/` in it, unless SEARCH is `off`. Returns the
 * number of pages. Throws if there is no index.
 */
export async function writeSearchIndex(folder: string): Promise<number> {
  if (process.env.SEARCH === "off") return 0;
  const { index, errors } = await createIndex();
  if (!index) throw new Error(`The search has no index: ${errors.join(" ")}`);
  const { page_count } = await index.addDirectory({ path: folder });
  await index.writeFiles({ outputPath: `${folder}/pagefind` });
  await close();
  return page_count;
}

/** Writes the search index at the end of each build. */
export function searchIndex(): AstroIntegration {
  return {
    name: "search-index",
    hooks: {
      "astro:build:done": async ({ dir, logger }) => {
        const pages = await writeSearchIndex(fileURLToPath(dir));
        logger.info(`${pages} pages can be searched`);
      },
    },
  };
}
