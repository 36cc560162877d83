import { z } from "zod";
import { DiagnosticSchema } from "./diagnostic.ts";
import { nameRecord } from "./name-record.ts";
import { KIND_FIELDS, type PageKind, PageRefSchema } from "./page-kinds.ts";
import { OffsetSchema, RichTextSchema } from "./rich-text.ts";
import { CompatibilitySchema } from "./wiki-support.ts";

const text = z.string().min(1);
const rich = RichTextSchema.nullable();

/** A link that the wiki's editors typed as an address followed by its label. */
export const AttributionLinkSchema = z
  .strictObject({
    raw: text.describe("The argument as written."),
    url: z
      .url({ protocol: /^https?$/ })
      .nullable()
      .describe("The address, http or https; `null` if the text does not begin with one."),
    label: text.nullable().describe("The words after the address."),
  })
  .meta({
    id: "AttributionLink",
    description: "A link that the wiki's editors typed as an address followed by its label.",
  });
export type AttributionLink = z.infer<typeof AttributionLinkSchema>;

/** Credits owed by whoever shows the page: the arguments of `External_Attribution`. */
export const AttributionSchema = z
  .strictObject({
    ccBySa: z.boolean().nullable().describe("Whether the page is under CC BY-SA instead of CC BY."),
    sources: z.array(text).describe("The sources named, e.g. `MSDN`."),
    mdn: AttributionLinkSchema.nullable().describe(
      "The page on the Mozilla Developer Network that parts are taken from.",
    ),
    msdn: AttributionLinkSchema.nullable().describe(
      "The page on the Microsoft Developer Network that parts are taken from.",
    ),
    html5rocks: AttributionLinkSchema.nullable().describe("The page on HTML5 Rocks that parts are taken from."),
  })
  .meta({
    id: "Attribution",
    description: "Credits owed by whoever shows the page: the arguments of `External_Attribution`.",
  });
export type Attribution = z.infer<typeof AttributionSchema>;

/** A code sample. */
export const ExampleSchema = z
  .strictObject({
    language: text.nullable().describe("The language as the page names it."),
    description: rich.describe("What the sample shows."),
    code: z
      .string()
      .min(1)
      .nullable()
      .describe(
        "The sample's text: outer tag removed; entities, `{{!}}`, `{{=}}` and `nowiki` decoded; one leading and one trailing line break dropped.",
      ),
    liveUrl: text.nullable().describe("The address at which a running copy was said to be."),
  })
  .meta({ id: "Example", description: "A code sample." });
export type Example = z.infer<typeof ExampleSchema>;

/** A specification that the page names. */
export const SpecificationSchema = z
  .strictObject({
    name: text.nullable().describe("The specification's name as written."),
    url: text.nullable().describe("The address as written."),
    status: text.nullable().describe("The specification's status when the page was written."),
    relevantChanges: rich.describe("What the specification changed about the page's subject."),
  })
  .meta({ id: "Specification", description: "A specification that the page names." });
export type Specification = z.infer<typeof SpecificationSchema>;

const common = {
  title: text.describe("The page's title."),
  slug: text.describe("The page's path on the wiki, without language: `apis/websocket/CloseEvent`."),
  lang: z
    .string()
    .regex(/^[a-z]{2,3}(-[a-zA-Z0-9]+)*$/)
    .describe("A BCP 47 language tag."),
  source: z
    .strictObject({
      path: text.describe("The file's path relative to the imported folder, with forward slashes."),
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .describe("The SHA-256 digest of the file's bytes, in hexadecimal."),
      bytes: z.int().nonnegative().describe("The file's length in bytes."),
    })
    .describe("The file that the record was made from."),
  flags: z
    .strictObject({
      state: text.nullable().describe("How far the page had progressed, in the editors' words."),
      checkedOut: text.nullable().describe("Who was working on the page."),
      editorialNotes: rich.describe("The editors' notes to each other."),
      highLevelIssues: z.array(text).describe("What was wrong with the page as a whole."),
      contentIssues: z.array(text).describe("What was wrong with the page's text."),
    })
    .nullable()
    .describe("The editors' marks on the state of the page; `null` without a `Flags` template."),
  standardization: z.array(text).describe("The standardization statuses."),
  summary: rich.describe("What the page is about, in a sentence or two."),
  examples: z.array(ExampleSchema).describe("Code samples."),
  examplesNotRequired: z.boolean().nullable().describe("Whether the editors said that the page needs no example."),
  notes: z
    .strictObject({
      usage: rich.describe("Advice on how to use the subject."),
      notes: rich.describe("Other remarks."),
      importNotes: rich.describe("Remarks that came with text imported from elsewhere."),
    })
    .nullable()
    .describe("Usage advice and remarks; `null` without a `Notes_Section` template."),
  specifications: z.array(SpecificationSchema).describe("The specifications that the page names."),
  compatibility: CompatibilitySchema.nullable().describe(
    "The compatibility section; `null` without a `Compatibility_Section` template.",
  ),
  seeAlso: z
    .strictObject({
      manualLinks: rich.describe("Links to other pages of the wiki."),
      externalLinks: rich.describe("Links to other sites."),
      sections: rich.describe("Links under headings of their own."),
      topicClusters: z.array(text).describe("Groups of topics that the page belongs to."),
    })
    .nullable()
    .describe("Related pages; `null` without a `See_Also_Section` template."),
  topics: z.array(text).describe("Topics that the editors put the page under."),
  categories: z.array(text).describe("Categories that the page names itself."),
  bylines: z
    .array(
      z.strictObject({
        name: rich.describe("The authors' names."),
        url: text.nullable().describe("The address of the first publication, as written."),
        published: rich.describe("When and where the text was published."),
      }),
    )
    .describe("Authors of a text that was first published elsewhere."),
  editorial: z
    .array(
      z.strictObject({
        template: text.describe("The template's name."),
        text: rich.describe("What the editors wrote in the template."),
      }),
    )
    .describe("Editors' requests to merge, move or delete the page, and their notes to themselves."),
  translations: text
    .nullable()
    .describe("The page that this one translates, or that its translations are under, as named; `null` if none is."),
  listings: z
    .array(
      z.strictObject({
        template: text.describe("The template's name."),
        query: text
          .nullable()
          .describe("The query as written; `null` if the template asks for the pages below this one."),
        usePageTitle: z
          .boolean()
          .nullable()
          .describe("Whether the list is of pages that name this one; `null` if unspecified."),
        listAllSubpages: z
          .boolean()
          .nullable()
          .describe("Whether the list is of all pages below this one; `null` if unspecified."),
        parameters: z.array(z.string()).describe("Further parameters of the query, e.g. its limit."),
        pages: z.array(PageRefSchema).describe("The pages of this import in the list."),
      }),
    )
    .describe("Lists of pages that the wiki computed when it showed the page, and what they contain of this import."),
  attribution: AttributionSchema.nullable().describe(
    "The credits owed; `null` without an `External_Attribution` template.",
  ),
  body: rich.describe("The text outside the templates; `null` if that is only white space."),
  unknown: z
    .array(
      z.strictObject({
        template: text.describe("The template's name."),
        parameters: nameRecord(z.string()).describe("The template's arguments by name or number."),
        start: OffsetSchema.describe("Where the template begins in the source."),
        end: OffsetSchema.describe("Where the template ends in the source, exclusive."),
      }),
    )
    .describe("Templates and arguments that have no field, as written."),
  missingLinks: z.array(text).describe("Links to pages that are not in this import, as written."),
  diagnostics: z.array(DiagnosticSchema).describe("What the importer noticed while reading."),
};

/** The fields of every page, whatever its kind. */
export const PageCommonSchema = z.strictObject(common).describe("The fields of every page, whatever its kind.");

const kindSchema = <K extends PageKind>(kind: K) =>
  z.strictObject({
    kind: z.literal(kind).describe("The kind of page: which template described it."),
    ...common,
    ...(KIND_FIELDS[kind] as (typeof KIND_FIELDS)[K]),
  });

/** The schema of each kind of page, by kind. */
export const PAGE_SCHEMAS = Object.fromEntries(
  (Object.keys(KIND_FIELDS) as PageKind[]).map((kind) => [kind, kindSchema(kind)]),
) as unknown as { readonly [K in PageKind]: ReturnType<typeof kindSchema<K>> };

type AnyPageSchema = (typeof PAGE_SCHEMAS)[PageKind];

/** One page of the wiki; its kind says which template described it. */
export const PageSchema = z
  .discriminatedUnion("kind", Object.values(PAGE_SCHEMAS) as unknown as [AnyPageSchema, ...AnyPageSchema[]])
  .meta({ id: "Page", description: "One page of the wiki; its kind says which template described it." });
export type Page = z.infer<typeof PageSchema>;
