import { z } from "zod";

const words = z.string().min(1);
const oneOrMore = <T extends z.ZodType>(one: T) => z.union([one, z.array(one).min(2)]);

/** The browsers and servers of browser-compat-data, by its names. */
export const BROWSER_NAMES = [
  "bun",
  "chrome",
  "chrome_android",
  "deno",
  "edge",
  "firefox",
  "firefox_android",
  "ie",
  "nodejs",
  "oculus",
  "opera",
  "opera_android",
  "safari",
  "safari_ios",
  "samsunginternet_android",
  "webview_android",
  "webview_ios",
] as const;
/** A browser or server, by browser-compat-data's name, e.g. `firefox_android`. */
export const BrowserNameSchema = z.enum(BROWSER_NAMES);
export type BrowserName = z.infer<typeof BrowserNameSchema>;

/** A key of browser-compat-data, e.g. `api.CloseEvent.wasClean`. */
export const CompatKeySchema = z.string().regex(/^api(\.[A-Za-z0-9_]+)+$/);

/** An address. Not a URL in the strict sense: fragments of specifications hold characters such as `②` as they are. */
export const AddressSchema = z.string().regex(/^https:\/\/\S+$/);

/** A version as browser-compat-data writes it: `15`, `≤37` (in 37 or earlier) or `preview`. */
export const VersionStringSchema = z.string().regex(/^(≤?\d+(\.\d+)*|preview)$/);

/** One support statement, in browser-compat-data's own fields and values. */
export const SimpleSupportStatementSchema = z.strictObject({
  /** The first version with support; `false` where there is none. */
  version_added: z.union([VersionStringSchema, z.literal(false)]),
  /** The first version without it again. */
  version_removed: VersionStringSchema.optional(),
  /** The last version with it. */
  version_last: VersionStringSchema.optional(),
  /** What the name is prefixed with, e.g. `Moz`. */
  prefix: words.optional(),
  /** The whole name, where it is another one. */
  alternative_name: words.optional(),
  /** What a user has to switch on. */
  flags: z
    .array(
      z.strictObject({
        /** In the settings, or given when the browser is started. */
        type: z.enum(["preference", "runtime_flag"]),
        /** Its name there. */
        name: words,
        /** What to set it to. */
        value_to_set: words.optional(),
      }),
    )
    .min(1)
    .optional(),
  /** Where the work on it is tracked. */
  impl_url: oneOrMore(AddressSchema).optional(),
  /** Present where the support is not whole. */
  partial_implementation: z.literal(true).optional(),
  /** Remarks, in HTML with `code`, `kbd`, `em`, `strong` and `a`. */
  notes: oneOrMore(words).optional(),
});
export type SimpleSupportStatement = z.infer<typeof SimpleSupportStatementSchema>;

/** What a browser supports: one statement, or several with the most important first. */
export const SupportStatementSchema = oneOrMore(SimpleSupportStatementSchema);
export type SupportStatement = z.infer<typeof SupportStatementSchema>;
