import type { PageKind } from "@wasclean/schema";

/** The templates that give a page its kind. On a page with several, the first in this table decides. */
const KIND_OF_TEMPLATE = {
  "API Object": "api-object",
  "API Object Property": "api-property",
  "API Object Method": "api-method",
  Event: "event",
  "CSS Property": "css-property",
  "CSS Selector": "css-selector",
  "CSS Function": "css-function",
  "CSS At Rule": "css-at-rule",
  "CSS Media Feature": "css-media-feature",
  "CSS Media Group": "css-media-group",
  "Markup Element": "markup-element",
  "Markup Attribute": "markup-attribute",
  "Markup Structure": "markup-structure",
  "HTTP Header": "http-header",
  "Data Type Page": "data-type",
  Constant: "constant",
  Tutorial: "tutorial",
  Guide: "guide",
  "Concept Page": "concept",
  Concept: "concept",
  "Glossary Item": "glossary",
  "Basic Page": "basic",
  "JS Topics": "javascript",
  "JS Syntax": "javascript",
  "JS Return Value": "javascript",
  "Remarks Section": "javascript",
  "API Listing": "listing",
  "Concept Listing": "listing",
  "Page Index Listing": "listing",
} as const satisfies Record<string, PageKind>;

const ORDER = Object.keys(KIND_OF_TEMPLATE) as (keyof typeof KIND_OF_TEMPLATE)[];

/** The kind of a page with these templates; `null` if none of them sets it. */
export function kindOf(templates: ReadonlySet<string>): PageKind | null {
  const template = ORDER.find((name) => templates.has(name));
  return template ? KIND_OF_TEMPLATE[template] : null;
}
