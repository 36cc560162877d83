import type { PageDraft } from "./page-draft.ts";
import { COMPATIBILITY_RULES } from "./rules/compatibility.ts";
import { KIND_RULES } from "./rules/kinds.ts";
import { PAGE_RULES } from "./rules/page.ts";
import { SECTION_RULES } from "./rules/sections.ts";
import type { TemplateArguments } from "./template-arguments.ts";

/** What becomes of one template. */
export interface TemplateRule {
  /** The parameters that it knows, spelt as in the wiki; `1` is the first positional one. */
  parameters: readonly string[];
  /** Puts its arguments into the record. Absent in a template that only stands inside another one. */
  read?(args: TemplateArguments, draft: PageDraft): void;
}

/** Every template that the importer understands, by its name with spaces. Another template is one more row in `rules/`. */
export const TEMPLATE_RULES: Readonly<Record<string, TemplateRule>> = {
  ...PAGE_RULES,
  ...SECTION_RULES,
  ...COMPATIBILITY_RULES,
  ...KIND_RULES,
};

/** The parameters of each template. */
export const PARAMETERS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(TEMPLATE_RULES).map(([name, rule]) => [name, rule.parameters]),
);
