import { defineCollection } from "astro:content";
import { PageSchema } from "@wasclean/data/schema";
import { glob } from "astro/loaders";

/** The wiki's pages, as the importer wrote them. A page's id is its slug, in the wiki's own case. */
const pages = defineCollection({
  loader: glob({ base: "./data/pages", pattern: "**/*.json", generateId: ({ entry }) => entry.replace(/\.json$/, "") }),
  schema: PageSchema,
});

export const collections = { pages };
