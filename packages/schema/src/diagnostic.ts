import { z } from "zod";
import { OffsetSchema } from "./rich-text.ts";

/** What a reader noticed about its input: a stable code, words for a person, and the place. */
export const DiagnosticSchema = z
  .strictObject({
    code: z
      .string()
      .regex(/^[A-Z][A-Z0-9_]*$/)
      .describe("A stable name in capitals, e.g. `TEMPLATE_UNKNOWN`; packages/wpd/README.md lists them."),
    message: z.string().min(1).describe("One sentence for a person."),
    start: OffsetSchema.describe("Where the place begins in the source."),
    end: OffsetSchema.describe("Where the place ends in the source, exclusive."),
  })
  .meta({
    id: "Diagnostic",
    description: "Something a reader noticed about its input: a stable code, a sentence and the place.",
  });
export type Diagnostic = z.infer<typeof DiagnosticSchema>;
