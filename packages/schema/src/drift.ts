import { z } from "zod";
import { OffsetSchema } from "./rich-text.ts";
import { PackageSourceSchema, SchemaPathSchema, WikiSourceSchema } from "./source.ts";
import { DESKTOP_BROWSERS, MOBILE_BROWSERS, SupportedSchema } from "./support.ts";
import { BrowserNameSchema, CompatKeySchema, VersionStringSchema } from "./support-statement.ts";

const words = z.string().min(1);

/** How the wiki's record stands to today's data. */
export const DriftVerdictSchema = z.enum([
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
]);
export type DriftVerdict = z.infer<typeof DriftVerdictSchema>;

/** What the wiki recorded of one browser, beside what browser-compat-data says. */
export const DriftSchema = z.strictObject({
  /** The wiki's. */
  recorded: z.strictObject({
    /** As the editors chose it; `null` where they left it empty. */
    supported: SupportedSchema,
    /** As written; `null` where none is. */
    version: words.nullable(),
    /** Of both. */
    source: z.literal("wiki"),
    /** Where both values stand in the page: start and end (exclusive), in UTF-16 code units. */
    offsets: z.tuple([OffsetSchema, OffsetSchema]),
  }),
  /** `null` where browser-compat-data does not have the browser. */
  today: z
    .strictObject({
      /** What browser-compat-data calls the browser. */
      browser: BrowserNameSchema,
      /** Of the first statement without a condition such as a flag, else of the first; `null` where there is none. */
      version_added: z.union([VersionStringSchema, z.literal(false)]).nullable(),
      /** Of all its fields. */
      source: z.literal("bcd"),
    })
    .nullable(),
  /** What became of what was recorded. */
  verdict: DriftVerdictSchema,
  /** Why, in words; absent where it cannot be told or the verdict says it. */
  reason: words.optional(),
});
export type Drift = z.infer<typeof DriftSchema>;

/** The file `data/computed/drift.json`: the wiki's record beside today's data. */
export const DriftFileSchema = z
  .strictObject({
    /** Where the JSON Schema is. */
    $schema: SchemaPathSchema,
    /** What a `source` names. */
    sources: z.strictObject({ bcd: PackageSourceSchema, wiki: WikiSourceSchema }),
    /** By browser-compat-data's key, then by the wiki's name of the browser. */
    drift: z.record(CompatKeySchema, z.record(z.enum([...DESKTOP_BROWSERS, ...MOBILE_BROWSERS]), DriftSchema)),
  })
  .describe("What the wiki recorded of compatibility, beside what browser-compat-data says today");
export type DriftFile = z.infer<typeof DriftFileSchema>;
