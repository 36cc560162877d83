import { z } from "zod";
import { OffsetSchema } from "./rich-text.ts";

/** What a reader noticed about its input: a stable code, words for a person, and the place. */
export const DiagnosticSchema = z
  .strictObject({
    /** A stable name in capitals, e.g. `TEMPLATE_UNKNOWN`; the table stands in packages/wpd/README.md. */
    code: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
    /** One sentence for a person. */
    message: z.string().min(1),
    /** Where the place begins in the source. */
    start: OffsetSchema,
    /** Where it ends, exclusive. */
    end: OffsetSchema,
  })
  .describe("Something a reader noticed about its input");
export type Diagnostic = z.infer<typeof DiagnosticSchema>;
