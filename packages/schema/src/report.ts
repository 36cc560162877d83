import { z } from "zod";
import { nameRecord } from "./name-record.ts";

const count = z.int().nonnegative();
const counts = nameRecord(count);

/** A page without a record, and why. */
export const ImportFailureSchema = z
  .strictObject({
    path: z.string().describe("The page's source: its file's path in the folder imported, or its title in an export."),
    line: z.int().positive().nullable().describe("The line at fault, from 1; `null` if it is not a single line."),
    reason: z.string().min(1).describe("What is wrong, and how to fix it."),
  })
  .meta({ id: "ImportFailure", description: "A page without a record, and why." });
export type ImportFailure = z.infer<typeof ImportFailureSchema>;

/** What an import did, in numbers. All but `seconds` is the same whenever and wherever the same input is imported. */
export const ReportSchema = z
  .strictObject({
    format: z.literal(1).describe("The version of this format."),
    shard: z
      .strictObject({
        index: z.int().positive().describe("The part's number, from 1 to `of`."),
        of: z.int().positive().describe("The number of parts."),
        listing: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .describe(
            "The SHA-256 digest of the names of all pages of the input, by which parts of the same input recognise each other.",
          ),
      })
      .nullable()
      .describe("Which part of the input the report covers; `null` for all of it."),
    pages: count.describe("How many records were made."),
    kinds: counts.describe("How many of the records are of each kind."),
    templates: counts.describe("How often each template was used."),
    diagnostics: counts.describe("How many diagnostics there are of each code."),
    links: counts.describe("How many links had each outcome, e.g. `exact`, `normalized`, `missing`."),
    skipped: counts.describe("How many items of the input are not pages to import, by reason, e.g. `redirect`."),
    bytes: z
      .strictObject({
        source: count.describe("The size of the records' sources."),
        records: count.describe("The size of the records' files."),
      })
      .describe("Sizes in bytes."),
    failures: z.array(ImportFailureSchema).describe("The pages without a record, ordered by path."),
    seconds: z.number().nonnegative().describe("The duration in seconds; for merged reports, the sum."),
  })
  .meta({ id: "Report", description: "What an import did, in numbers." });
export type Report = z.infer<typeof ReportSchema>;
