import type { Page, PageKind, RichText } from "@wasclean/schema";

/** A short statement about a page's subject: the wiki's text, or the slug of a page. */
export interface Fact {
  name: string;
  value: string | RichText;
}

type FieldsOf<K extends PageKind> = Exclude<keyof Extract<Page, { kind: K }>, "kind">;
/** Labels of fields, in the order in which they are shown. */
type Names = { readonly [K in PageKind]: readonly (readonly [field: FieldsOf<K> & string, name: string])[] };

const EVENT = [
  ["interface", "Interface"],
  ["target", "Target"],
  ["synchronous", "Synchronous"],
  ["bubbles", "Bubbles"],
  ["cancelable", "Cancelable"],
  ["defaultAction", "Default action"],
] as const;

const NAMES: Names = {
  "api-object": [["subclassOf", "Inherits from"]],
  "api-property": [
    ["appliesTo", "Property of"],
    ["dataType", "Type"],
    ["readOnly", "Read-only"],
    ["returnValueDescription", "Value"],
  ],
  "api-method": [["appliesTo", "Method of"]],
  event: [["appliesTo", "Event of"], ...EVENT],
  "css-property": [
    ["initialValue", "Initial value"],
    ["appliesTo", "Applies to"],
    ["inherited", "Inherited"],
    ["media", "Media"],
    ["computedValue", "Computed value"],
    ["animatable", "Animatable"],
    ["objectModelProperty", "CSS object model property"],
    ["percentages", "Percentages"],
  ],
  "css-selector": [],
  "css-function": [],
  "css-at-rule": [],
  "css-media-feature": [],
  "css-media-group": [],
  "markup-element": [
    ["domInterface", "DOM interface"],
    ["tagOmissions", "Tag omission"],
    ["cssDisplay", "CSS display"],
  ],
  "markup-attribute": [
    ["appliesTo", "Applies to"],
    ["elements", "Elements"],
  ],
  "markup-structure": [],
  javascript: [
    ["pageType", "Type of page"],
    ["appliesTo", "Applies to"],
  ],
  "http-header": [
    ["direction", "Direction"],
    ["required", "Required"],
  ],
  "data-type": [],
  constant: [],
  concept: [],
  tutorial: [],
  guide: [],
  basic: [],
  glossary: [["term", "Term"]],
  listing: [],
  generic: [],
  plain: [],
  empty: [],
};

/** What a page says of its subject in a word or a sentence, each kind its own; then what all pages have. */
export function listFacts(page: Page): Fact[] {
  const own = pick(page, NAMES[page.kind]);
  const event = page.kind === "api-property" && page.event ? pick(page.event, EVENT) : [];
  const words = [
    ["Status, when archived", page.standardization],
    ["Topics", [...new Set([...page.topics, ...page.categories])]],
  ] as const;
  const common = words
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => ({ name, value: values.join(", ") }));
  return [...own, ...event, ...common];
}

function pick(source: object, names: readonly (readonly [string, string])[]): Fact[] {
  const fields = source as Readonly<Record<string, string | boolean | RichText | null>>;
  return names.flatMap(([field, name]) => {
    const value = fields[field] ?? null;
    if (value === null) return [];
    return { name, value: typeof value === "boolean" ? (value ? "Yes" : "No") : value };
  });
}
