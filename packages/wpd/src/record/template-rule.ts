import type { PageDraft } from "./page-draft.ts";
import type { TemplateArguments } from "./template-arguments.ts";

/** How one template is read into the record. */
export interface TemplateRule {
  /** The template's parameters, spelt as in the wiki; `1` is the first positional one. */
  parameters: readonly string[];
  /** For a section that a page has once; a second one fills gaps, and its text is otherwise kept in the body. */
  once?: true;
  /** For a template that may also stand in the text of others; there it is read without a diagnostic. */
  inText?: true;
  /** Puts the arguments into the record where the template stands outside of the one it belongs to. */
  readStray?(args: TemplateArguments, draft: PageDraft): void;
  /** Puts the arguments into the record. Absent for a template that is read only inside another one. */
  read?(args: TemplateArguments, draft: PageDraft): void;
}
