import { z } from "zod";
import { BrowserNameSchema, CompatKeySchema, VersionStringSchema } from "./bcd-statement.ts";
import { OffsetSchema } from "./rich-text.ts";
import { PackageSourceSchema, SchemaPathSchema, WikiSourceSchema } from "./source.ts";
import { SupportedSchema, WikiBrowserSchema } from "./wiki-support.ts";

const words = z.string().min(1);

/** How the wiki's record compares with today's data. */
export const DriftVerdictSchema = z
  .enum([
    /** Both say the same. */
    "same",
    /** Supported earlier than was recorded. */
    "earlier",
    /** Supported later than was recorded. */
    "later",
    /** Recorded as unsupported, but supported. */
    "unsupported-then-supported",
    /** Recorded as supported, but not supported. */
    "supported-then-unsupported",
    /** Support or its version was not recorded, and is known today. */
    "unknown-then-known",
    /** Recorded, but browser-compat-data says nothing of this browser. */
    "known-then-unknown",
    /** browser-compat-data does not have the browser. */
    "no-longer-tracked",
    /** The two cannot be compared; `reason` says why. */
    "uncertain",
  ])
  .meta({ id: "DriftVerdict", description: "How the wiki's record compares with today's data." });
export type DriftVerdict = z.infer<typeof DriftVerdictSchema>;

/** What the wiki recorded of one browser, beside what browser-compat-data says. */
export const DriftSchema = z
  .strictObject({
    recorded: z
      .strictObject({
        supported: SupportedSchema.describe("The support value chosen by the editors; `null` if they left it empty."),
        version: words.nullable().describe("The version as written; `null` if none is."),
        source: z.literal("wiki").describe("The source of both values."),
        offsets: z
          .tuple([OffsetSchema, OffsetSchema])
          .describe("Where both values are in the page: start and end (exclusive), in UTF-16 code units."),
      })
      .describe("What the wiki recorded."),
    today: z
      .strictObject({
        browser: BrowserNameSchema.describe("The browser's name in browser-compat-data."),
        version_added: z
          .union([VersionStringSchema, z.literal(false)])
          .nullable()
          .describe(
            "The version of the first statement without a condition such as a flag, or else of the first statement; `null` without any.",
          ),
        source: z.literal("bcd").describe("The source of all fields of this record."),
      })
      .nullable()
      .describe("What browser-compat-data says; `null` if it does not have the browser."),
    verdict: DriftVerdictSchema.describe("How the record compares with today's data."),
    reason: words.optional().describe("The reason, in words; absent if it is unknown or the verdict says it."),
  })
  .meta({ id: "Drift", description: "What the wiki recorded of one browser, beside what browser-compat-data says." });
export type Drift = z.infer<typeof DriftSchema>;

/** The file `data/computed/drift.json`: the wiki's record beside today's data. */
export const DriftFileSchema = z
  .strictObject({
    $schema: SchemaPathSchema.describe("The path of the JSON Schema."),
    sources: z
      .strictObject({ bcd: PackageSourceSchema, wiki: WikiSourceSchema })
      .describe("The package and the page that a `source` names."),
    drift: z
      .record(CompatKeySchema, z.record(WikiBrowserSchema, DriftSchema))
      .describe("The comparisons by browser-compat-data's key, then by the wiki's name of the browser."),
  })
  .meta({
    id: "DriftFile",
    description: "What the wiki recorded of compatibility, beside what browser-compat-data says today.",
  });
export type DriftFile = z.infer<typeof DriftFileSchema>;
