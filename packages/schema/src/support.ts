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

/** A support value as the wiki's editors chose it; `null` where they left the field empty. */
export const SupportedSchema = z.enum(["yes", "no", "unknown"]).nullable();

const number = z.string().regex(/^\d+(\.\d+)*$/);

/** Versions from one to another; `null` where there is no bound on that side. */
export const VersionRangeSchema = z.strictObject({
  /** The first version; `null` without a bound. */
  from: number.nullable(),
  /** The last version; `null` without a bound. */
  to: number.nullable(),
  /** Whether `to` itself is left out, as in `< 9`. */
  excludesTo: z.boolean(),
});
export type VersionRange = z.infer<typeof VersionRangeSchema>;

/** A browser version as written in the wiki, with what could be read out of it. */
export const VersionSchema = z.strictObject({
  /** The text as written, trimmed. */
  raw: z.string().min(1),
  /** The version where the text names a single one, such as `23.0`; otherwise `null`. */
  number: number.nullable(),
  /** What the text names otherwise: ranges and lists; a single version of a list is a range from itself to itself. */
  ranges: z.array(VersionRangeSchema),
  /** Where a word stands instead of a number. */
  word: z.enum(["all", "beta", "current", "none"]).nullable(),
  /** Whether the text says that the support is partial. */
  partial: z.boolean(),
  /** What else the text says, e.g. the engine's version in `3.5 (1.9.1)`. */
  remark: z.string().min(1).nullable(),
});
export type Version = z.infer<typeof VersionSchema>;

const ClaimSchema = z.strictObject({
  /** As the editors chose it; `null` where they left it empty. */
  supported: SupportedSchema,
  /** The version they gave; `null` where they gave none. */
  version: VersionSchema.nullable(),
});

/** What the wiki says of one feature in one browser. */
export const SupportSchema = ClaimSchema.extend({
  /** The same behind a vendor prefix. */
  prefixed: ClaimSchema,
});
export type Support = z.infer<typeof SupportSchema>;

const rowOf = <const B extends string>(browsers: readonly B[]) =>
  z.strictObject({
    /** The feature's name; `null` where the row does not give one and means the page's subject. */
    feature: z.string().min(1).nullable(),
    /** One support statement for each browser of the table. */
    support: z.record(z.enum(browsers), SupportSchema),
  });

/** A row of the desktop table. */
export const DesktopRowSchema = rowOf(DESKTOP_BROWSERS);
export type DesktopRow = z.infer<typeof DesktopRowSchema>;
/** A row of the mobile table. */
export const MobileRowSchema = rowOf(MOBILE_BROWSERS);
export type MobileRow = z.infer<typeof MobileRowSchema>;

/** The page's compatibility section. */
export const CompatibilitySchema = z.strictObject({
  /** Whether the editors said that the page needs no table. */
  notRequired: z.boolean().nullable(),
  /** Pages or addresses that the table was to be taken over from. */
  imported: z.array(z.string().min(1)),
  /** Rows of the desktop table. */
  desktop: z.array(DesktopRowSchema),
  /** Rows of the mobile table. */
  mobile: z.array(MobileRowSchema),
  /** Remarks on single browsers. */
  notes: z.array(
    z.strictObject({
      /** As written. */
      browser: z.string().min(1).nullable(),
      /** The browsers meant, by the names of the tables; empty where the text names none of them or all. */
      browsers: z.array(z.enum([...DESKTOP_BROWSERS, ...MOBILE_BROWSERS])),
      /** The version meant. */
      version: VersionSchema.nullable(),
      /** The remark. */
      note: RichTextSchema.nullable(),
    }),
  ),
  /** Where the section's template begins in the source. */
  start: OffsetSchema,
  /** Where it ends, exclusive. */
  end: OffsetSchema,
});
export type Compatibility = z.infer<typeof CompatibilitySchema>;
