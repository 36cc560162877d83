import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { close, createIndex } from "pagefind";

/**
 * Makes the index of the search from the built pages of a folder, as files in `pagefind/` inside of it; none where SEARCH
 * is `off`. Gives the number of pages that can be searched. Throws where there is no index.
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

/** Makes the index at the end of each build. */
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
