import { z } from "zod";

/** An offset into the page's source, in UTF-16 code units. */
export const OffsetSchema = z.int().nonnegative();

/** A piece of wikitext, with what it looks like as HTML and as plain text. */
export const RichTextSchema = z
  .strictObject({
    /** The wikitext as it stands in the source. */
    wikitext: z.string(),
    /** The same as HTML from an allow-list: safe to put into a page as it is. */
    html: z.string(),
    /** The same as plain text: tags and link targets gone, entities decoded. */
    text: z.string(),
    /** Where the wikitext begins in the source. */
    start: OffsetSchema,
    /** Where it ends in the source, exclusive. */
    end: OffsetSchema,
  })
  .describe("Wikitext with its HTML, its plain text and its place in the source");
export type RichText = z.infer<typeof RichTextSchema>;
