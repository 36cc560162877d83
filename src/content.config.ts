import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";

/** Articles on close codes and ranges: common causes, and what to do. A file is named after its page. */
const closeCodes = defineCollection({
  loader: glob({ base: "./src/content/close-codes", pattern: "*.md" }),
  schema: z.strictObject({
    /** What to do, in one or two sentences, shown at the top of the page. */
    remedy: z.string().min(1),
    /** The ending that the playground starts with, and its code and reason if it has such parameters. */
    ending: z.string().min(1),
    code: z.int().optional(),
    reason: z.string().optional(),
  }),
});

/** Guides. A guide's id is the name of its file; features/guides/Guide.astro renders it. */
const guides = defineCollection({
  loader: glob({ base: "./src/content/guides", pattern: "*.mdx" }),
  schema: z.strictObject({
    title: z.string().min(1),
    /** One or two sentences for search engines, previews and the list of guides. */
    description: z.string().min(1),
    /** The guide's place in the reading order. */
    order: z.int(),
  }),
});

/** The reference: interfaces, members and events. A page's id is its path on the site. */
const reference = defineCollection({
  loader: glob({
    base: "./src/content/reference",
    pattern: "**/*.mdx",
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ""),
  }),
  schema: z.strictObject({
    title: z.string().min(1),
    /** The kind of subject, e.g. `Interface`. */
    kind: z.string().min(1),
    /** A definition in one sentence: the page's lead, also for search engines. */
    description: z.string().min(1),
    /** The subject's key in browser-compat-data. */
    feature: z.string().startsWith("api."),
    /** The ending that the playground starts with, and its code and reason if it has such parameters. */
    ending: z.string().min(1),
    code: z.int().optional(),
    reason: z.string().optional(),
    /** Links to other pages of this site, `/…`. */
    seeAlso: z.array(z.strictObject({ title: z.string().min(1), href: z.string().startsWith("/") })),
  }),
});

export const collections = { closeCodes, guides, reference };
