import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";

/** What we say of a close code or range: why it comes, and what to do. A file is called after its page. */
const closeCodes = defineCollection({
  loader: glob({ base: "./src/content/close-codes", pattern: "*.md" }),
  schema: z.strictObject({
    /** What to do, in one or two sentences; stands in the first screen. */
    remedy: z.string().min(1),
    /** The ending that the playground is set to, with its code and reason where it has such parameters. */
    ending: z.string().min(1),
    code: z.int().optional(),
    reason: z.string().optional(),
  }),
});

/** Guides; each one's id is its file's name, and its page is made by components/guides/Guide.astro. */
const guides = defineCollection({
  loader: glob({ base: "./src/content/guides", pattern: "*.mdx" }),
  schema: z.strictObject({
    title: z.string().min(1),
    /** One or two sentences for search engines, previews and the list of guides. */
    description: z.string().min(1),
    /** Its place among the guides. */
    order: z.int(),
  }),
});

/** The reference: interfaces, members and events in our own words. A page's id is its path on the site. */
const reference = defineCollection({
  loader: glob({
    base: "./src/content/reference",
    pattern: "**/*.mdx",
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ""),
  }),
  schema: z.strictObject({
    title: z.string().min(1),
    /** What it is, e.g. `Interface`. */
    kind: z.string().min(1),
    /** What it is in one sentence: the page's lead, also for search engines. */
    description: z.string().min(1),
    /** The key of browser-compat-data. */
    feature: z.string().startsWith("api."),
    /** The ending that the playground is set to, with its code and reason where it has such parameters. */
    ending: z.string().min(1),
    code: z.int().optional(),
    reason: z.string().optional(),
    /** Links to other pages of this site, `/…`. */
    seeAlso: z.array(z.strictObject({ title: z.string().min(1), href: z.string().startsWith("/") })),
  }),
});

export const collections = { closeCodes, guides, reference };
