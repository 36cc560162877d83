import { z } from "zod";
import { RichTextSchema } from "./rich-text.ts";

const text = z.string().min(1);
const words = text.nullable();
const rich = RichTextSchema.nullable();
const flag = z.boolean().nullable();

/** A page of the same import. */
export const PageRefSchema = z
  .strictObject({
    slug: text.describe("The page's path on the wiki."),
    title: text.describe("The page's title."),
  })
  .meta({ id: "PageRef", description: "A page of the same import." });
export type PageRef = z.infer<typeof PageRefSchema>;

/** The fields of event pages, and of property pages that are about an event. */
export const EventFieldsSchema = z
  .strictObject({
    appliesTo: words.describe("The interface or object that the event belongs to, as the page names it."),
    interface: rich.describe("The interface of the event object."),
    target: rich.describe("Where the event is dispatched."),
    synchronous: words.describe("Whether the event is dispatched synchronously, as written."),
    bubbles: words.describe("Whether the event bubbles, as written."),
    cancelable: words.describe("Whether the event can be cancelled, as written."),
    defaultAction: rich.describe("What the browser does unless the default is prevented."),
  })
  .meta({
    id: "EventFields",
    description: "The fields of event pages, and of property pages that are about an event.",
  });

const content = { content: rich.describe("The page's main text.") };

/** The fields of each kind of page beyond those of all pages, by kind. */
export const KIND_FIELDS = {
  "api-object": {
    subclassOf: words.describe("The interface that this one inherits from, as the page names it."),
    overview: rich.describe("An introduction."),
    members: z
      .strictObject({
        properties: z.array(PageRefSchema).describe("The pages of its properties, by title."),
        methods: z.array(PageRefSchema).describe("The pages of its methods, by title."),
        events: z.array(PageRefSchema).describe("The pages of its events, by title."),
      })
      .describe("The pages that say they apply to this one, by title."),
  },
  "api-property": {
    appliesTo: words.describe("The interface that the property belongs to, as the page names it."),
    readOnly: flag.describe("Whether the property is read-only."),
    dataType: rich.describe("The property's data type."),
    exampleObjectName: words.describe("The object's name in the syntax shown."),
    exampleValueName: words.describe("The value's name in the syntax shown."),
    returnValueName: words.describe("The data type of the value that the property returns."),
    returnValueDescription: rich.describe("What the property returns."),
    event: EventFieldsSchema.nullable().describe("The fields of an event, if the page describes an event after all."),
    ...content,
  },
  "api-method": {
    appliesTo: words.describe("The interface that the method belongs to, as the page names it."),
    dataType: rich.describe("The data type of the return value."),
    exampleObjectName: words.describe("The object's name in the syntax shown."),
    returnValueName: words.describe("The return value's name in the syntax shown."),
    returnValueDescription: rich.describe("What the method returns."),
    parameters: z
      .array(
        z.strictObject({
          name: words.describe("The parameter's name."),
          dataType: rich.describe("The parameter's data type."),
          optional: flag.describe("Whether the parameter is optional."),
          description: rich.describe("What the parameter means."),
          index: words.describe("The parameter's place among the parameters, as written."),
        }),
      )
      .describe("The method's parameters."),
  },
  event: { ...EventFieldsSchema.shape, ...content },
  "css-property": {
    initialValue: rich.describe("The property's initial value."),
    appliesTo: rich.describe("The elements that the property applies to."),
    inherited: words.describe("Whether the property is inherited, as written."),
    media: words.describe("The media that the property applies to."),
    computedValue: rich.describe("The property's computed value."),
    animatable: words.describe("Whether the property can be animated, as written."),
    objectModelProperty: rich.describe("The property's name in script."),
    percentages: rich.describe("What percentages refer to."),
    values: z
      .array(
        z.strictObject({
          dataType: rich.describe("The value, or its data type."),
          description: rich.describe("What the value means."),
        }),
      )
      .describe("The property's values."),
  },
  "css-selector": content,
  "css-function": content,
  "css-at-rule": content,
  "css-media-feature": content,
  "css-media-group": { description: rich.describe("What the group is.") },
  "markup-element": {
    domInterface: words.describe("The element's DOM interface."),
    tagOmissions: rich.describe("Which tags may be omitted."),
    cssDisplay: rich.describe("The element's default value of CSS `display`."),
    ...content,
  },
  "markup-attribute": {
    appliesTo: rich.describe("What the attribute applies to."),
    elements: rich.describe("The elements that may have the attribute."),
    ...content,
  },
  "markup-structure": content,
  javascript: {
    pageType: words.describe("The sort of language construct, as the page names it."),
    appliesTo: words.describe("The object that the subject belongs to, as the page names it."),
    formats: z.array(z.strictObject({ format: rich.describe("The syntax.") })).describe("How the subject is written."),
    parameters: z
      .array(
        z.strictObject({
          name: words.describe("The parameter's name."),
          required: words.describe("Whether the parameter is required, as written."),
          description: rich.describe("What the parameter means."),
        }),
      )
      .describe("The function's parameters."),
    returnValue: rich.describe("What the function returns."),
    remarks: rich.describe("Remarks."),
  },
  "http-header": {
    syntax: rich.describe("The header's syntax."),
    direction: words.describe("Whether requests or responses have the header, as written."),
    required: words.describe("Whether the header is required, as written."),
  },
  "data-type": content,
  constant: {},
  concept: content,
  tutorial: {
    ...content,
    nextPage: words.describe("The page that follows, as named."),
    previousPage: words.describe("The page before this one, as named."),
  },
  guide: content,
  basic: content,
  glossary: { term: rich.describe("The term."), definition: rich.describe("What the term means.") },
  listing: {},
  generic: {},
  plain: {},
  empty: {},
} as const satisfies Record<string, z.ZodRawShape>;

/** The kinds of pages. */
export type PageKind = keyof typeof KIND_FIELDS;
