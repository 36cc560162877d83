import { z } from "zod";
import { OffsetSchema, RichTextSchema } from "./rich-text.ts";

/** The desktop browsers of a WebPlatform Docs compatibility table, in its order. */
export const DESKTOP_BROWSERS = ["chrome", "firefox", "internet_explorer", "opera", "safari"] as const;
/** The mobile browsers of a WebPlatform Docs compatibility table, in its order. */
export const MOBILE_BROWSERS = [
  "android",
  "blackberry",
  "chrome_mobile",
  "firefox_mobile",
  "ie_mobile",
  "opera_mobile",
  "opera_mini",
  "safari_mobile",
] as const;

/** A browser of a WebPlatform Docs compatibility table. */
export const WikiBrowserSchema = z
  .enum([...DESKTOP_BROWSERS, ...MOBILE_BROWSERS])
  .meta({ id: "WikiBrowser", description: "A browser of a WebPlatform Docs compatibility table." });
export type WikiBrowser = z.infer<typeof WikiBrowserSchema>;

/** A support value as chosen by the wiki's editors; `null` if they left the field empty. */
export const SupportedSchema = z
  .enum(["yes", "no", "unknown"])
  .nullable()
  .describe("A support value as chosen by the wiki's editors; `null` if they left the field empty.");

const number = z.string().regex(/^\d+(\.\d+)*$/);

/** A range of versions; `null` means unbounded on that side. */
export const VersionRangeSchema = z
  .strictObject({
    from: number.nullable().describe("The first version; `null` if unbounded."),
    to: number.nullable().describe("The last version; `null` if unbounded."),
    excludesTo: z.boolean().describe("Whether `to` itself is excluded, as in `< 9`."),
  })
  .meta({
    id: "VersionRange",
    description: "A range of versions; `null` means unbounded on that side.",
  });
export type VersionRange = z.infer<typeof VersionRangeSchema>;

/** A browser version as written in the wiki, with what could be parsed from it. */
export const VersionSchema = z
  .strictObject({
    raw: z.string().min(1).describe("The text as written, trimmed."),
    number: number.nullable().describe("The version if the text names a single one, such as `23.0`; otherwise `null`."),
    ranges: z
      .array(VersionRangeSchema)
      .describe(
        "The ranges and lists that the text names otherwise; a single version in a list is a range from itself to itself.",
      ),
    word: z
      .enum(["all", "beta", "current", "none"])
      .nullable()
      .describe("The word written in place of a number; `null` if there is none."),
    partial: z.boolean().describe("Whether the text says that the support is partial."),
    remark: z
      .string()
      .min(1)
      .nullable()
      .describe("The rest of the text, e.g. the engine's version in `3.5 (1.9.1)`; `null` if there is none."),
  })
  .meta({ id: "Version", description: "A browser version as written in the wiki, with what could be parsed from it." });
export type Version = z.infer<typeof VersionSchema>;

const ClaimSchema = z.strictObject({
  supported: SupportedSchema.describe("The support value chosen by the editors; `null` if they left it empty."),
  version: VersionSchema.nullable().describe("The version named by the editors; `null` if they named none."),
});

/** What the wiki says of one feature in one browser. */
export const WikiSupportSchema = ClaimSchema.extend({
  prefixed: ClaimSchema.describe("The support with a vendor prefix."),
}).meta({ id: "WikiSupport", description: "What the wiki says of one feature in one browser." });
export type WikiSupport = z.infer<typeof WikiSupportSchema>;

const rowOf = <const B extends string>(browsers: readonly B[]) =>
  z.strictObject({
    feature: z
      .string()
      .min(1)
      .nullable()
      .describe("The feature's name; `null` if the row names none and means the page's subject."),
    support: z
      .record(z.enum(browsers), WikiSupportSchema)
      .describe("One support statement for each browser of the table."),
  });

/** A row of the desktop table. */
export const DesktopRowSchema = rowOf(DESKTOP_BROWSERS).meta({
  id: "DesktopRow",
  description: "A row of the desktop table.",
});
export type DesktopRow = z.infer<typeof DesktopRowSchema>;
/** A row of the mobile table. */
export const MobileRowSchema = rowOf(MOBILE_BROWSERS).meta({
  id: "MobileRow",
  description: "A row of the mobile table.",
});
export type MobileRow = z.infer<typeof MobileRowSchema>;

/** The page's compatibility section. */
export const CompatibilitySchema = z
  .strictObject({
    notRequired: z.boolean().nullable().describe("Whether the editors said that the page needs no table."),
    imported: z.array(z.string().min(1)).describe("Pages or addresses that the table was meant to be imported from."),
    desktop: z.array(DesktopRowSchema).describe("Rows of the desktop table."),
    mobile: z.array(MobileRowSchema).describe("Rows of the mobile table."),
    notes: z
      .array(
        z.strictObject({
          browser: z.string().min(1).nullable().describe("The browser as written; `null` if none is."),
          browsers: z
            .array(WikiBrowserSchema)
            .describe("The browsers meant, by the names of the tables; empty if the text names none of them, or all."),
          version: VersionSchema.nullable().describe("The version meant; `null` if none is named."),
          note: RichTextSchema.nullable().describe("The remark."),
        }),
      )
      .describe("Remarks on particular browsers."),
    start: OffsetSchema.describe("Where the section's template begins in the source."),
    end: OffsetSchema.describe("Where the section's template ends in the source, exclusive."),
  })
  .meta({ id: "Compatibility", description: "The page's compatibility section." });
export type Compatibility = z.infer<typeof CompatibilitySchema>;
