import { z } from "zod";

/** An offset into the page's source, in UTF-16 code units. */
export const OffsetSchema = z
  .int()
  .nonnegative()
  .meta({ id: "Offset", description: "An offset into the page's source, in UTF-16 code units." });

/** A piece of wikitext, with what it looks like as HTML and as plain text. */
export const RichTextSchema = z
  .strictObject({
    wikitext: z.string().describe("The wikitext as it stands in the source."),
    html: z.string().describe("The same text as HTML from an allow-list: safe to insert into a page."),
    text: z.string().describe("The same text without markup: tags and link targets removed, entities decoded."),
    start: OffsetSchema.describe("Where the wikitext begins in the source."),
    end: OffsetSchema.describe("Where it ends in the source, exclusive."),
  })
  .meta({ id: "RichText", description: "Wikitext with its HTML, its plain text and its place in the source." });
export type RichText = z.infer<typeof RichTextSchema>;
