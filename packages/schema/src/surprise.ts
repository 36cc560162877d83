import { z } from "zod";

/** An ending in which engines do something unexpected. What they do is in their observations. */
export const SurpriseSchema = z.strictObject({
  ending: z.string().min(1).describe("The ending's id."),
  headline: z.string().min(1).describe("What is surprising, in a few words."),
  text: z.string().min(1).describe("What is surprising, in one or two sentences; Markdown."),
});
export type Surprise = z.infer<typeof SurpriseSchema>;

/** The most surprising endings: the file `surprises.json`. */
export const SurprisesSchema = z
  .strictObject({
    $schema: z
      .string()
      .regex(/\.json$/)
      .describe("The path of the JSON Schema."),
    surprises: z.array(SurpriseSchema).min(1).describe("The surprises in the order in which they are shown."),
  })
  .describe("The most surprising endings");
export type Surprises = z.infer<typeof SurprisesSchema>;
