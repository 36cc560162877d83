import type { PageDraft } from "./page-draft.ts";
import { API_KIND_RULES } from "./rules/api-kinds.ts";
import { COMPATIBILITY_RULES } from "./rules/compatibility.ts";
import { CSS_KIND_RULES } from "./rules/css-kinds.ts";
import { JAVASCRIPT_KIND_RULES } from "./rules/javascript-kind.ts";
import { KIND_RULES } from "./rules/kinds.ts";
import { LISTING_RULES } from "./rules/listings.ts";
import { PAGE_RULES } from "./rules/page.ts";
import { SECTION_RULES } from "./rules/sections.ts";
import type { TemplateArguments } from "./template-arguments.ts";

/** What becomes of one template. */
export interface TemplateRule {
  /** The parameters that it knows, spelt as in the wiki; `1` is the first positional one. */
  parameters: readonly string[];
  /** Says something that a page has once; a second one is kept as unknown. */
  once?: true;
  /** Has its place in other templates' text as well, so that nobody need be told. */
  inText?: true;
  /** Puts its arguments into the record where it stands outside of the template that it belongs into. */
  readStray?(args: TemplateArguments, draft: PageDraft): void;
  /** Puts its arguments into the record. Absent in a template that only stands inside another one. */
  read?(args: TemplateArguments, draft: PageDraft): void;
}

/** Every template that the importer understands, by its name with spaces. Another template is one more row in `rules/`. */
export const TEMPLATE_RULES: Readonly<Record<string, TemplateRule>> = {
  ...PAGE_RULES,
  ...SECTION_RULES,
  ...COMPATIBILITY_RULES,
  ...KIND_RULES,
  ...API_KIND_RULES,
  ...CSS_KIND_RULES,
  ...JAVASCRIPT_KIND_RULES,
  ...LISTING_RULES,
};

/** The parameters of each template. */
export const PARAMETERS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(TEMPLATE_RULES).map(([name, rule]) => [name, rule.parameters]),
);
