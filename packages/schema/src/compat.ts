import { z } from "zod";
import {
  AddressSchema,
  BrowserNameSchema,
  CompatKeySchema,
  SupportStatementSchema,
  VersionStringSchema,
} from "./bcd-statement.ts";
import { PackageSourceSchema, SchemaPathSchema } from "./source.ts";

const words = z.string().min(1);
const day = z.string().regex(/^≤?\d{4}-\d{2}-\d{2}$/);

/** Whether a feature is Baseline, in web-features' own fields and values. */
export const BaselineSchema = z
  .strictObject({
    feature: words.describe("The web-features feature that the key belongs to, e.g. `websockets`."),
    baseline: z
      .union([z.enum(["high", "low"]), z.literal(false)])
      .describe("`high`: widely available. `low`: newly available. `false`: not Baseline."),
    baseline_low_date: day
      .optional()
      .describe("The day on which the feature became newly available; a leading `≤` means then or earlier."),
    baseline_high_date: day
      .optional()
      .describe("The day on which the feature became widely available; a leading `≤` means then or earlier."),
    source: z.literal("web-features").describe("The source of all fields of this record."),
  })
  .meta({ id: "Baseline", description: "Whether a feature is Baseline, in web-features' own fields and values." });
export type Baseline = z.infer<typeof BaselineSchema>;

/** The data of browser-compat-data and web-features about one key. */
export const CompatFeatureSchema = z
  .strictObject({
    description: words.optional().describe("A short description, in HTML; absent if the key's name says enough."),
    mdn_url: AddressSchema.optional().describe("The feature's page on MDN."),
    spec_url: z
      .union([AddressSchema, z.array(AddressSchema).min(2)])
      .optional()
      .describe("Where the feature is specified."),
    status: z
      .strictObject({
        deprecated: z.boolean().describe("Whether the feature should no longer be used."),
        experimental: z.boolean().describe("Whether only one engine implements the feature so far."),
        standard_track: z.boolean().describe("Whether the feature is part of a standard, or on its way into one."),
      })
      .optional()
      .describe("Whether the feature is deprecated, experimental and on the standards track."),
    support: z
      .partialRecord(BrowserNameSchema, SupportStatementSchema)
      .describe("Support statements by browser; nothing is known of a browser that is absent."),
    tags: z.array(words).min(1).optional().describe("Tags, e.g. `web-features:websockets`."),
    source: z.literal("bcd").describe("The source of all fields but `baseline`."),
    baseline: BaselineSchema.nullable().describe(
      "The feature's Baseline status; `null` if no web-features feature has this key.",
    ),
  })
  .meta({
    id: "CompatFeature",
    description: "The data of browser-compat-data and web-features about one key.",
  });
export type CompatFeature = z.infer<typeof CompatFeatureSchema>;

/** The file `data/compat/<name>.json`: one interface and its members. */
export const CompatSchema = z
  .strictObject({
    $schema: SchemaPathSchema.describe("The path of the JSON Schema."),
    name: words.describe("The interface, e.g. `CloseEvent`."),
    sources: z
      .strictObject({ bcd: PackageSourceSchema, "web-features": PackageSourceSchema })
      .describe("The packages that a `source` names."),
    features: z
      .record(CompatKeySchema, CompatFeatureSchema)
      .describe("The features by browser-compat-data's key; the interface itself comes first."),
  })
  .meta({
    id: "Compat",
    description: "Compatibility of one interface and its members, with the source of every value.",
  });
export type Compat = z.infer<typeof CompatSchema>;

/** A release, in browser-compat-data's own fields and values. */
export const ReleaseSchema = z
  .strictObject({
    release_date: z.iso.date().optional().describe("The day of the release, ISO 8601."),
    engine: words.optional().describe("The rendering engine, e.g. `Gecko`."),
    engine_version: words.optional().describe("The rendering engine's own version."),
  })
  .meta({ id: "Release", description: "A release, in browser-compat-data's own fields and values." });

/** A browser, with its releases that the compatibility data names. */
export const BrowserSchema = z
  .strictObject({
    name: words.describe("The browser's name, for people."),
    type: z.enum(["desktop", "mobile", "xr", "server"]).describe("The kind of device it runs on."),
    releases: z.record(VersionStringSchema, ReleaseSchema).describe("The releases by version."),
    source: z.literal("bcd").describe("The source of all fields of this record."),
  })
  .meta({ id: "Browser", description: "A browser, with its releases that the compatibility data names." });
export type Browser = z.infer<typeof BrowserSchema>;

/** The file `data/browsers.json`: the browsers of `data/compat`, with those of their releases that are named there. */
export const BrowsersSchema = z
  .strictObject({
    $schema: SchemaPathSchema.describe("The path of the JSON Schema."),
    sources: z.strictObject({ bcd: PackageSourceSchema }).describe("The packages that a `source` names."),
    browsers: z.partialRecord(BrowserNameSchema, BrowserSchema).describe("The browsers by browser-compat-data's name."),
  })
  .meta({ id: "Browsers", description: "The browsers of the compatibility data, with the releases named there." });
export type Browsers = z.infer<typeof BrowsersSchema>;
