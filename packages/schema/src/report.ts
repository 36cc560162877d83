import { z } from "zod";

const count = z.int().nonnegative();
const counts = z.record(z.string(), count);

/** A page that has no record, and why. */
export const ImportFailureSchema = z.strictObject({
  /** The page's source: its file's path in the folder imported, or its title in an export. */
  path: z.string(),
  /** The line that is to blame, from 1; `null` where it is not one line. */
  line: z.int().positive().nullable(),
  /** What is wrong, and what to do about it. */
  reason: z.string().min(1),
});
export type ImportFailure = z.infer<typeof ImportFailureSchema>;

/** What an import did, in numbers. All but `seconds` is the same whenever and wherever the same input is imported. */
export const ReportSchema = z
  .strictObject({
    /** The version of this format. */
    format: z.literal(1),
    /** Which part of the input this is about; `null` for all of it. */
    shard: z
      .strictObject({
        /** From 1 to `of`. */
        index: z.int().positive(),
        of: z.int().positive(),
        /** SHA-256 of the names of all pages of the input, by which parts of the same input know each other. */
        listing: z.string().regex(/^[0-9a-f]{64}$/),
      })
      .nullable(),
    /** How many records were made. */
    pages: count,
    /** How many of them are of each kind. */
    kinds: counts,
    /** How often each template was used. */
    templates: counts,
    /** How many diagnostics there are of each code. */
    diagnostics: counts,
    /** How many links had each outcome, e.g. `exact`, `normalized`, `missing`. */
    links: counts,
    /** How much of the input is no page to import, by reason, e.g. `redirect`. */
    skipped: counts,
    bytes: z.strictObject({
      /** Of the sources of the records. */
      source: count,
      /** Of the records' files. */
      records: count,
    }),
    /** Ordered by path. */
    failures: z.array(ImportFailureSchema),
    /** How long it took; of merged reports the sum. */
    seconds: z.number().nonnegative(),
  })
  .describe("What an import did, in numbers");
export type Report = z.infer<typeof ReportSchema>;
