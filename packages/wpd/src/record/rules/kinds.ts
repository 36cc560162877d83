import type { KindFields, PageDraft } from "../page-draft.ts";
import { keepTemplateForBody } from "../page-draft.ts";
import type { TemplateArguments } from "../template-arguments.ts";
import type { TemplateRule } from "../template-rule.ts";

/** Creates a rule for a template that alone gives a page its kind; on a page that has one, its text is kept in the body. */
export function kindRule(
  template: string,
  parameters: readonly string[],
  read: (args: TemplateArguments, draft: PageDraft) => KindFields,
): TemplateRule {
  return {
    parameters,
    read(args, draft) {
      if (draft.kind === null) {
        // Set before the arguments are read, as they may contain the same template again.
        draft.kind = { kind: "generic" };
        draft.kind = read(args, draft);
      } else {
        draft.report("KIND_REPEATED", args.node, template);
        keepTemplateForBody(draft, args.node);
      }
    },
  };
}

/** Creates a rule for a template that holds only the page's text. */
const contentRule = (template: string, kind: Extract<KindFields, { content: unknown }>["kind"]): TemplateRule =>
  kindRule(template, ["Content"], (args) => ({ kind, content: args.rich("Content") }) as KindFields);

/** Templates of pages that are mostly text. */
export const KIND_RULES: Readonly<Record<string, TemplateRule>> = {
  "Basic Page": contentRule("Basic Page", "basic"),
  Concept: contentRule("Concept", "concept"),
  "Concept Page": contentRule("Concept Page", "concept"),
  Constant: kindRule("Constant", [], () => ({ kind: "constant" })),
  "CSS At Rule": contentRule("CSS At Rule", "css-at-rule"),
  "CSS Function": contentRule("CSS Function", "css-function"),
  "CSS Media Feature": contentRule("CSS Media Feature", "css-media-feature"),
  "CSS Media Group": kindRule("CSS Media Group", ["Description"], (args) => ({
    kind: "css-media-group",
    description: args.rich("Description"),
  })),
  "CSS Selector": contentRule("CSS Selector", "css-selector"),
  "Data Type Page": contentRule("Data Type Page", "data-type"),
  "Glossary Item": kindRule("Glossary Item", ["Term", "Definition"], (args) => ({
    kind: "glossary",
    term: args.rich("Term"),
    definition: args.rich("Definition"),
  })),
  Guide: contentRule("Guide", "guide"),
  "HTTP Header": kindRule("HTTP Header", ["Syntax", "Direction", "Required"], (args) => ({
    kind: "http-header",
    syntax: args.rich("Syntax"),
    direction: args.text("Direction"),
    required: args.text("Required"),
  })),
  "Markup Attribute": kindRule("Markup Attribute", ["Property_applies_to", "Applies_to", "Content"], (args) => ({
    kind: "markup-attribute",
    appliesTo: args.rich("Property_applies_to"),
    elements: args.rich("Applies_to"),
    content: args.rich("Content"),
  })),
  "Markup Element": kindRule(
    "Markup Element",
    ["DOM_interface", "Content", "Tag_omissions", "CSS_display"],
    (args) => ({
      kind: "markup-element",
      domInterface: args.text("DOM_interface"),
      tagOmissions: args.rich("Tag_omissions"),
      cssDisplay: args.rich("CSS_display"),
      content: args.rich("Content"),
    }),
  ),
  "Markup Structure": contentRule("Markup Structure", "markup-structure"),
  Tutorial: kindRule("Tutorial", ["Content", "Next_page", "Prev_page"], (args) => ({
    kind: "tutorial",
    content: args.rich("Content"),
    nextPage: args.text("Next_page"),
    previousPage: args.text("Prev_page"),
  })),
};
