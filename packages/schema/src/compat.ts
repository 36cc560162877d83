import { z } from "zod";
import { PackageSourceSchema, SchemaPathSchema } from "./source.ts";
import {
  AddressSchema,
  BrowserNameSchema,
  CompatKeySchema,
  SupportStatementSchema,
  VersionStringSchema,
} from "./support-statement.ts";

const words = z.string().min(1);
const day = z.string().regex(/^≤?\d{4}-\d{2}-\d{2}$/);

/** Whether a feature is Baseline, in web-features' own fields and values. */
export const BaselineSchema = z.strictObject({
  /** The web-features feature that the key belongs to, e.g. `websockets`. */
  feature: words,
  /** `high`: widely available. `low`: newly available. `false`: not Baseline. */
  baseline: z.union([z.enum(["high", "low"]), z.literal(false)]),
  /** The day on which it became newly available; `≤` before it: then or earlier. */
  baseline_low_date: day.optional(),
  /** The day on which it became widely available; `≤` before it: then or earlier. */
  baseline_high_date: day.optional(),
  /** Of all its fields. */
  source: z.literal("web-features"),
});
export type Baseline = z.infer<typeof BaselineSchema>;

/** What browser-compat-data says of one of its keys, and web-features of the same. */
export const CompatFeatureSchema = z.strictObject({
  /** A few words, in HTML; absent where the key's name says it. */
  description: words.optional(),
  /** The page on MDN. */
  mdn_url: AddressSchema.optional(),
  /** Where it is specified. */
  spec_url: z.union([AddressSchema, z.array(AddressSchema).min(2)]).optional(),
  /** Whether one should no longer use it, whether it may still change, and whether a specification has it. */
  status: z
    .strictObject({
      /** Whether one should not use it any more. */
      deprecated: z.boolean(),
      /** Whether only one engine has it so far. */
      experimental: z.boolean(),
      /** Whether it is in a standard, or on its way into one. */
      standard_track: z.boolean(),
    })
    .optional(),
  /** By browser. A browser that is not here is one of which nothing is said. */
  support: z.partialRecord(BrowserNameSchema, SupportStatementSchema),
  /** E.g. `web-features:websockets`. */
  tags: z.array(words).min(1).optional(),
  /** Of all fields but `baseline`. */
  source: z.literal("bcd"),
  /** `null` where no web-features feature has this key. */
  baseline: BaselineSchema.nullable(),
});
export type CompatFeature = z.infer<typeof CompatFeatureSchema>;

/** The file `data/compat/<name>.json`: one interface and its members. */
export const CompatSchema = z
  .strictObject({
    /** Where the JSON Schema is. */
    $schema: SchemaPathSchema,
    /** The interface, e.g. `CloseEvent`. */
    name: words,
    /** What a `source` names. */
    sources: z.strictObject({ bcd: PackageSourceSchema, "web-features": PackageSourceSchema }),
    /** By browser-compat-data's key; the interface itself comes first. */
    features: z.record(CompatKeySchema, CompatFeatureSchema),
  })
  .describe("Compatibility of one interface and its members, with the source of every value");
export type Compat = z.infer<typeof CompatSchema>;

/** A release, in browser-compat-data's own fields and values. */
export const ReleaseSchema = z.strictObject({
  /** ISO 8601. */
  release_date: z.iso.date().optional(),
  /** E.g. `Gecko`. */
  engine: words.optional(),
  /** The engine's own version. */
  engine_version: words.optional(),
});

/** The file `data/browsers.json`: the browsers of `data/compat`, with those of their releases that are named there. */
export const BrowsersSchema = z
  .strictObject({
    /** Where the JSON Schema is. */
    $schema: SchemaPathSchema,
    /** What a `source` names. */
    sources: z.strictObject({ bcd: PackageSourceSchema }),
    /** By browser-compat-data's name. */
    browsers: z.partialRecord(
      BrowserNameSchema,
      z.strictObject({
        /** For people. */
        name: words,
        /** What it runs on. */
        type: z.enum(["desktop", "mobile", "xr", "server"]),
        /** By version. */
        releases: z.record(VersionStringSchema, ReleaseSchema),
        /** Of all its fields. */
        source: z.literal("bcd"),
      }),
    ),
  })
  .describe("The browsers of the compatibility data, with the releases named there");
export type Browsers = z.infer<typeof BrowsersSchema>;
