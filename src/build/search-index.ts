import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { close, createIndex } from "pagefind";

/** Makes the index of the search from the built pages, as files in `/pagefind/`; none where SEARCH is `off`. */
export function searchIndex(): AstroIntegration {
  return {
    name: "search-index",
    hooks: {
      "astro:build:done": async ({ dir, logger }) => {
        if (process.env.SEARCH === "off") return;
        const path = fileURLToPath(dir);
        const { index, errors } = await createIndex();
        if (!index) throw new Error(`The search has no index: ${errors.join(" ")}`);
        const { page_count } = await index.addDirectory({ path });
        await index.writeFiles({ outputPath: `${path}pagefind` });
        await close();
        logger.info(`${page_count} pages can be searched`);
      },
    },
  };
}
