import { z } from "zod";

const words = z.string().min(1);
const oneOrMore = <T extends z.ZodType>(one: T) => z.union([one, z.array(one).min(2)]);

/** The browsers and servers of browser-compat-data, by its names. */
export const BCD_BROWSERS = [
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
export const BrowserNameSchema = z.enum(BCD_BROWSERS).meta({
  id: "BrowserName",
  description: "A browser or server, by browser-compat-data's name, e.g. `firefox_android`.",
});
export type BrowserName = z.infer<typeof BrowserNameSchema>;

/** A key of browser-compat-data, e.g. `api.CloseEvent.wasClean`. */
export const CompatKeySchema = z
  .string()
  .regex(/^api(\.[A-Za-z0-9_]+)+$/)
  .meta({ id: "CompatKey", description: "A key of browser-compat-data, e.g. `api.CloseEvent.wasClean`." });

/** An https address. Not strictly a URL: fragments of specifications contain characters such as `②` unescaped. */
export const AddressSchema = z
  .string()
  .regex(/^https:\/\/\S+$/)
  .meta({
    id: "Address",
    description:
      "An https address. Not strictly a URL: fragments of specifications contain characters such as `②` unescaped.",
  });

/** A version as browser-compat-data writes it: `15`, `≤37` (in 37 or earlier) or `preview`. */
export const VersionStringSchema = z
  .string()
  .regex(/^(≤?\d+(\.\d+)*|preview)$/)
  .meta({
    id: "VersionString",
    description: "A version as browser-compat-data writes it: `15`, `≤37` (in 37 or earlier) or `preview`.",
  });

/** One support statement, in browser-compat-data's own fields and values. */
export const SimpleSupportStatementSchema = z
  .strictObject({
    version_added: z
      .union([VersionStringSchema, z.literal(false)])
      .describe("The first version with support; `false` if there is none."),
    version_removed: VersionStringSchema.optional().describe("The first version without support again."),
    version_last: VersionStringSchema.optional().describe("The last version with support."),
    prefix: words.optional().describe("The prefix of the name, e.g. `Moz`."),
    alternative_name: words.optional().describe("The whole name, if it differs from the standard one."),
    flags: z
      .array(
        z.strictObject({
          type: z
            .enum(["preference", "runtime_flag"])
            .describe("A preference in the browser's settings, or a flag passed when it starts."),
          name: words.describe("The name of the preference or flag."),
          value_to_set: words.optional().describe("The value to set."),
        }),
      )
      .min(1)
      .optional()
      .describe("The settings that a user has to change."),
    impl_url: oneOrMore(AddressSchema).optional().describe("Where the implementation is tracked."),
    partial_implementation: z.literal(true).optional().describe("Present if the support is partial."),
    notes: oneOrMore(words).optional().describe("Remarks, in HTML with `code`, `kbd`, `em`, `strong` and `a`."),
  })
  .meta({
    id: "SimpleSupportStatement",
    description: "One support statement, in browser-compat-data's own fields and values.",
  });
export type SimpleSupportStatement = z.infer<typeof SimpleSupportStatementSchema>;

/** The support in one browser: one statement, or several with the most important first. */
export const SupportStatementSchema = oneOrMore(SimpleSupportStatementSchema).meta({
  id: "SupportStatement",
  description: "The support in one browser: one statement, or several with the most important first.",
});
export type SupportStatement = z.infer<typeof SupportStatementSchema>;
