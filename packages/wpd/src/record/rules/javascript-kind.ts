import { templateNameOf } from "../../parse/template-name.ts";
import { type KindFields, keepTemplateForBody, type PageDraft } from "../page-draft.ts";
import type { TemplateArguments } from "../template-arguments.ts";
import type { TemplateRule } from "../template-rule.ts";

type JavaScriptFields = Extract<KindFields, { kind: "javascript" }>;

/** Creates a rule for one of the templates that describe a JavaScript page together. */
const partRule = (
  parameters: readonly string[],
  read: (args: TemplateArguments) => Partial<JavaScriptFields>,
): TemplateRule => ({
  parameters,
  read(args, draft) {
    const fields = fieldsOf(draft);
    const isFree = fields && !draft.seen.has(`${parameters[0]} read`);
    draft.seen.add(`${parameters[0]} read`);
    if (isFree) Object.assign(fields, read(args));
    else {
      draft.report("KIND_REPEATED", args.node, templateNameOf(args.node, draft.context.source) ?? "");
      keepTemplateForBody(draft, args.node);
    }
  },
});

/** The fields of a JavaScript page; `null` if another template describes the page. */
function fieldsOf(draft: PageDraft): KindFields | null {
  if (draft.facts.kind !== "javascript") return null;
  draft.kind ??= {
    kind: "javascript",
    pageType: null,
    appliesTo: null,
    formats: [],
    parameters: [],
    returnValue: null,
    remarks: null,
  };
  return draft.kind.kind === "javascript" ? draft.kind : null;
}

/** Templates of pages about JavaScript's own objects and statements. */
export const JAVASCRIPT_KIND_RULES: Readonly<Record<string, TemplateRule>> = {
  "JS Topics": partRule(["JS Page Type", "Applies to"], (args) => ({
    pageType: args.text("JS Page Type"),
    appliesTo: args.text("Applies to"),
  })),
  "JS Syntax": partRule(["Formats", "Values"], (args) => ({
    formats: args.templates("Formats", "JS Syntax Format").map((row) => ({ format: row.rich("Format") })),
    parameters: args.templates("Values", "JS Syntax Parameter").map((row) => ({
      name: row.text("Name"),
      required: row.text("Required"),
      description: row.rich("Description"),
    })),
  })),
  "JS Syntax Format": { parameters: ["Format"] },
  "JS Syntax Parameter": { parameters: ["Name", "Required", "Description"] },
  "JS Return Value": partRule(["Description"], (args) => ({ returnValue: args.rich("Description") })),
  "Remarks Section": partRule(["Remarks"], (args) => ({ remarks: args.rich("Remarks") })),
};
