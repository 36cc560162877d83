import { z } from "zod";
import { RichTextSchema } from "./rich-text.ts";

const text = z.string().min(1);
const words = text.nullable();
const rich = RichTextSchema.nullable();
const flag = z.boolean().nullable();

/** A page of the same import. */
export const PageRefSchema = z.strictObject({
  /** Its path on the wiki. */
  slug: text,
  /** Its title. */
  title: text,
});
export type PageRef = z.infer<typeof PageRefSchema>;

/** What an event page says of its event, and a few property pages of theirs. */
export const EventFieldsSchema = z.strictObject({
  /** The interface or object that the event belongs to, as the page names it. */
  appliesTo: words,
  /** The interface of the event object. */
  interface: rich,
  /** Where it is dispatched. */
  target: rich,
  synchronous: words,
  bubbles: words,
  cancelable: words,
  /** What the browser does unless told not to. */
  defaultAction: rich,
});

const content = { content: rich };

/** What each kind of page has beyond what all pages have. A kind's name is the key. */
export const KIND_FIELDS = {
  "api-object": {
    /** The interface that it inherits from, as the page names it. */
    subclassOf: words,
    /** An introduction. */
    overview: rich,
    /** The pages that say they apply to this one, by title. */
    members: z.strictObject({
      /** Properties, by title. */
      properties: z.array(PageRefSchema),
      /** Methods, by title. */
      methods: z.array(PageRefSchema),
      /** Events, by title. */
      events: z.array(PageRefSchema),
    }),
  },
  "api-property": {
    appliesTo: words,
    readOnly: flag,
    dataType: rich,
    exampleObjectName: words,
    exampleValueName: words,
    returnValueName: words,
    returnValueDescription: rich,
    /** Filled where the page is about an event after all. */
    event: EventFieldsSchema.nullable(),
    ...content,
  },
  "api-method": {
    appliesTo: words,
    dataType: rich,
    exampleObjectName: words,
    returnValueName: words,
    returnValueDescription: rich,
    parameters: z.array(
      z.strictObject({ name: words, dataType: rich, optional: flag, description: rich, index: words }),
    ),
  },
  event: { ...EventFieldsSchema.shape, ...content },
  "css-property": {
    initialValue: rich,
    appliesTo: rich,
    inherited: words,
    media: words,
    computedValue: rich,
    animatable: words,
    objectModelProperty: rich,
    percentages: rich,
    values: z.array(z.strictObject({ dataType: rich, description: rich })),
  },
  "css-selector": content,
  "css-function": content,
  "css-at-rule": content,
  "css-media-feature": content,
  "css-media-group": { description: rich },
  "markup-element": { domInterface: words, tagOmissions: rich, cssDisplay: rich, ...content },
  "markup-attribute": { appliesTo: rich, elements: rich, ...content },
  "markup-structure": content,
  javascript: {
    pageType: words,
    appliesTo: words,
    /** How the thing is written. */
    formats: z.array(z.strictObject({ format: rich })),
    parameters: z.array(z.strictObject({ name: words, required: words, description: rich })),
    returnValue: rich,
    remarks: rich,
  },
  "http-header": { syntax: rich, direction: words, required: words },
  "data-type": content,
  constant: {},
  concept: content,
  tutorial: { ...content, nextPage: words, previousPage: words },
  guide: content,
  basic: content,
  glossary: { term: rich, definition: rich },
  listing: {},
  generic: {},
  plain: {},
  empty: {},
} as const satisfies Record<string, z.ZodRawShape>;

/** The kinds of pages. */
export type PageKind = keyof typeof KIND_FIELDS;
