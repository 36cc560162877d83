import { z } from "zod";
import { DiagnosticSchema } from "./diagnostic.ts";
import { OffsetSchema, RichTextSchema } from "./rich-text.ts";
import { CompatibilitySchema } from "./support.ts";

const text = z.string().min(1);
const rich = RichTextSchema.nullable();

/** A link that the wiki's editors typed as an address followed by its label. */
export const AttributionLinkSchema = z.strictObject({
  /** The argument as written. */
  raw: text,
  /** The address, http or https; `null` where the text does not begin with one. */
  url: z.url({ protocol: /^https?$/ }).nullable(),
  /** The words after the address. */
  label: text.nullable(),
});
export type AttributionLink = z.infer<typeof AttributionLinkSchema>;

/** Credits owed by whoever shows the page: the arguments of `External_Attribution`. */
export const AttributionSchema = z.strictObject({
  /** Whether the page is under CC BY-SA instead of CC BY. */
  ccBySa: z.boolean().nullable(),
  /** The sources named, e.g. `MSDN`. */
  sources: z.array(text),
  mdn: AttributionLinkSchema.nullable(),
  msdn: AttributionLinkSchema.nullable(),
  html5rocks: AttributionLinkSchema.nullable(),
});
export type Attribution = z.infer<typeof AttributionSchema>;

/** A code sample. */
export const ExampleSchema = z.strictObject({
  /** The language as the page names it. */
  language: text.nullable(),
  description: rich,
  /** The sample's text: outer tag removed; entities, `{{!}}`, `{{=}}` and `nowiki` decoded; one leading and one trailing line break dropped. */
  code: z.string(),
  /** Where a running copy was said to be. */
  liveUrl: text.nullable(),
});
export type Example = z.infer<typeof ExampleSchema>;

/** A specification that the page names. */
export const SpecificationSchema = z.strictObject({
  name: text.nullable(),
  /** The address as written. */
  url: text.nullable(),
  /** Its status when the page was written. */
  status: text.nullable(),
  relevantChanges: rich,
});
export type Specification = z.infer<typeof SpecificationSchema>;

const common = {
  /** The page's title. */
  title: text,
  /** The page's path on the wiki, without language: `apis/websocket/CloseEvent`. */
  slug: text,
  /** A BCP 47 language tag. */
  lang: z.string().regex(/^[a-z]{2,3}(-[a-zA-Z0-9]+)*$/),
  /** The file that the record was made from. */
  source: z.strictObject({
    /** Relative to the folder imported, with forward slashes. */
    path: text,
    /** Of the file's bytes, in hexadecimal. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    /** The file's length in bytes. */
    bytes: z.int().nonnegative(),
  }),
  /** The editors' marks on the state of the page; `null` without a `Flags` template. */
  flags: z
    .strictObject({
      state: text.nullable(),
      checkedOut: text.nullable(),
      editorialNotes: rich,
      highLevelIssues: z.array(text),
      contentIssues: z.array(text),
    })
    .nullable(),
  /** Standardization statuses. */
  standardization: z.array(text),
  summary: rich,
  examples: z.array(ExampleSchema),
  /** Usage advice and remarks; `null` without a `Notes_Section` template. */
  notes: z.strictObject({ usage: rich, notes: rich, importNotes: rich }).nullable(),
  specifications: z.array(SpecificationSchema),
  /** `null` without a `Compatibility_Section` template. */
  compatibility: CompatibilitySchema.nullable(),
  /** `null` without a `See_Also_Section` template. */
  seeAlso: z
    .strictObject({ manualLinks: rich, externalLinks: rich, sections: rich, topicClusters: z.array(text) })
    .nullable(),
  topics: z.array(text),
  /** `null` without an `External_Attribution` template. */
  attribution: AttributionSchema.nullable(),
  /** What stands outside the templates; `null` where that is only white space. */
  body: rich,
  /** Templates and arguments that no field stands for, as written. */
  unknown: z.array(
    z.strictObject({
      template: text,
      parameters: z.record(z.string(), z.string()),
      start: OffsetSchema,
      end: OffsetSchema,
    }),
  ),
  /** What was noticed while reading. */
  diagnostics: z.array(DiagnosticSchema),
};

/** A page about a programming interface. */
export const ApiObjectPageSchema = z
  .strictObject({
    kind: z.literal("api-object"),
    ...common,
    /** The interface that it inherits from, as the page names it. */
    subclassOf: text.nullable(),
    overview: rich,
  })
  .describe("A page about a programming interface");

/** A page that no template gives a kind to. */
export const PlainPageSchema = z
  .strictObject({ kind: z.literal("plain"), ...common })
  .describe("A page without a template that gives it a kind");

/** A page without content. */
export const EmptyPageSchema = z
  .strictObject({ kind: z.literal("empty"), ...common })
  .describe("A page without content");

/** One page of the wiki. */
export const PageSchema = z.discriminatedUnion("kind", [ApiObjectPageSchema, PlainPageSchema, EmptyPageSchema]);
export type Page = z.infer<typeof PageSchema>;
