import { API_KIND_RULES } from "./rules/api-kinds.ts";
import { COMPATIBILITY_RULES } from "./rules/compatibility.ts";
import { CSS_KIND_RULES } from "./rules/css-kinds.ts";
import { JAVASCRIPT_KIND_RULES } from "./rules/javascript-kind.ts";
import { KIND_RULES } from "./rules/kinds.ts";
import { LISTING_RULES } from "./rules/listings.ts";
import { PAGE_RULES } from "./rules/page.ts";
import { SECTION_RULES } from "./rules/sections.ts";
import type { TemplateRule } from "./template-rule.ts";

/** The rules of all templates, by name with spaces. To add one, add a row to a table in `rules/`. */
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
