import { z } from "zod";
import { DiagnosticSchema } from "./diagnostic.ts";
import { KIND_FIELDS, type PageKind, PageRefSchema } from "./page-kinds.ts";
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
  /** The page on the Mozilla Developer Network that parts are from. */
  mdn: AttributionLinkSchema.nullable(),
  /** The page on the Microsoft Developer Network. */
  msdn: AttributionLinkSchema.nullable(),
  /** The page on HTML5 Rocks. */
  html5rocks: AttributionLinkSchema.nullable(),
});
export type Attribution = z.infer<typeof AttributionSchema>;

/** A code sample. */
export const ExampleSchema = z.strictObject({
  /** The language as the page names it. */
  language: text.nullable(),
  /** What it shows. */
  description: rich,
  /** The sample's text: outer tag removed; entities, `{{!}}`, `{{=}}` and `nowiki` decoded; one leading and one trailing line break dropped. */
  code: z.string().min(1).nullable(),
  /** Where a running copy was said to be. */
  liveUrl: text.nullable(),
});
export type Example = z.infer<typeof ExampleSchema>;

/** A specification that the page names. */
export const SpecificationSchema = z.strictObject({
  /** Its name as written. */
  name: text.nullable(),
  /** The address as written. */
  url: text.nullable(),
  /** Its status when the page was written. */
  status: text.nullable(),
  /** What it changed about the page's subject. */
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
      /** How far the page had come, in the editors' words. */
      state: text.nullable(),
      /** Who had it in work. */
      checkedOut: text.nullable(),
      /** Their notes to each other. */
      editorialNotes: rich,
      /** What was wrong with the page as a whole. */
      highLevelIssues: z.array(text),
      /** What was wrong with its text. */
      contentIssues: z.array(text),
    })
    .nullable(),
  /** Standardization statuses. */
  standardization: z.array(text),
  /** What the page is about, in a sentence or two. */
  summary: rich,
  /** Code samples. */
  examples: z.array(ExampleSchema),
  /** Whether the editors said that the page needs no example. */
  examplesNotRequired: z.boolean().nullable(),
  /** Usage advice and remarks; `null` without a `Notes_Section` template. */
  notes: z
    .strictObject({
      /** How to use it. */
      usage: rich,
      /** Other remarks. */
      notes: rich,
      /** Remarks that came with a text from elsewhere. */
      importNotes: rich,
    })
    .nullable(),
  /** The specifications that the page names. */
  specifications: z.array(SpecificationSchema),
  /** `null` without a `Compatibility_Section` template. */
  compatibility: CompatibilitySchema.nullable(),
  /** `null` without a `See_Also_Section` template. */
  seeAlso: z
    .strictObject({
      /** Links to other pages of the wiki. */
      manualLinks: rich,
      /** Links to elsewhere. */
      externalLinks: rich,
      /** Links under headings of their own. */
      sections: rich,
      /** Groups of topics that the page belongs to. */
      topicClusters: z.array(text),
    })
    .nullable(),
  /** Topics that the editors put the page under. */
  topics: z.array(text),
  /** Categories that the page names itself. */
  categories: z.array(text),
  /** Authors of a text that was first published elsewhere. */
  bylines: z.array(
    z.strictObject({
      /** Their names. */
      name: rich,
      /** The address of the first publication, as written. */
      url: text.nullable(),
      /** When and where that was. */
      published: rich,
    }),
  ),
  /** Editors' requests to merge, move or delete the page, and their notes to themselves. */
  editorial: z.array(
    z.strictObject({
      /** The template's name. */
      template: text,
      /** What they wrote in it. */
      text: rich,
    }),
  ),
  /** The page that this one is a translation of or has translations under, as named; `null` where none is. */
  translations: text.nullable(),
  /** Lists of pages that the wiki computed when the page was shown, and what they hold of this import. */
  listings: z.array(
    z.strictObject({
      /** The template's name. */
      template: text,
      /** As written; `null` where the template asks for the pages below this one. */
      query: text.nullable(),
      /** Whether the list is of pages that name this one; `null` where nothing is said. */
      usePageTitle: z.boolean().nullable(),
      /** Whether the list is of all pages below this one; `null` where nothing is said. */
      listAllSubpages: z.boolean().nullable(),
      /** What else a query says, e.g. its limit. */
      parameters: z.array(z.string()),
      /** The pages of this import that the list holds. */
      pages: z.array(PageRefSchema),
    }),
  ),
  /** `null` without an `External_Attribution` template. */
  attribution: AttributionSchema.nullable(),
  /** What stands outside the templates; `null` where that is only white space. */
  body: rich,
  /** Templates and arguments that no field stands for, as written. */
  unknown: z.array(
    z.strictObject({
      /** The template's name. */
      template: text,
      /** Its arguments by name or number. */
      parameters: z.record(z.string(), z.string()),
      /** Where it begins in the source. */
      start: OffsetSchema,
      /** Where it ends, exclusive. */
      end: OffsetSchema,
    }),
  ),
  /** Links that lead to no page of this import, as written. */
  missingLinks: z.array(text),
  /** What was noticed while reading. */
  diagnostics: z.array(DiagnosticSchema),
};

/** What every page has, whatever its kind. */
export const PageCommonSchema = z.strictObject(common);

const kindSchema = <K extends PageKind>(kind: K) =>
  z.strictObject({
    /** Which template described the page. */
    kind: z.literal(kind),
    ...common,
    ...(KIND_FIELDS[kind] as (typeof KIND_FIELDS)[K]),
  });

/** One page of the wiki. Its kind says which template described it. */
export const PageSchema = z.discriminatedUnion("kind", [
  kindSchema("api-object"),
  kindSchema("api-property"),
  kindSchema("api-method"),
  kindSchema("event"),
  kindSchema("css-property"),
  kindSchema("css-selector"),
  kindSchema("css-function"),
  kindSchema("css-at-rule"),
  kindSchema("css-media-feature"),
  kindSchema("css-media-group"),
  kindSchema("markup-element"),
  kindSchema("markup-attribute"),
  kindSchema("markup-structure"),
  kindSchema("javascript"),
  kindSchema("http-header"),
  kindSchema("data-type"),
  kindSchema("constant"),
  kindSchema("concept"),
  kindSchema("tutorial"),
  kindSchema("guide"),
  kindSchema("basic"),
  kindSchema("glossary"),
  kindSchema("listing"),
  kindSchema("generic"),
  kindSchema("plain"),
  kindSchema("empty"),
]);
export type Page = z.infer<typeof PageSchema>;
