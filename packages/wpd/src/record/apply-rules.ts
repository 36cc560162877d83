import type { Node, TemplateNode } from "../parse/nodes.ts";
import { templateNameOf } from "../parse/template-name.ts";
import { isInlineTemplate } from "../render/expand.ts";
import { fillGaps } from "./merge-repeated.ts";
import { keepTemplateForBody, keepUnknown, type PageDraft } from "./page-draft.ts";
import { readArguments } from "./template-arguments.ts";
import type { TemplateRule } from "./template-rule.ts";
import { PARAMETERS, TEMPLATE_RULES } from "./template-rules.ts";

/** Fills the record from the templates at the top level of the page; returns the other nodes, for the body. */
export function readTemplates(nodes: readonly Node[], draft: PageDraft): Node[] {
  return nodes.filter((node) => node.type !== "template" || !readTemplate(node, draft));
}

/** Reads a template at the top level; `false` if it is rendered as text instead. */
function readTemplate(node: TemplateNode, draft: PageDraft): boolean {
  const name = templateNameOf(node, draft.context.source);
  if (name === null || isInlineTemplate(name)) return false;
  if (!applyRule(name, node, draft)) {
    if (Object.hasOwn(TEMPLATE_RULES, name)) {
      draft.report("TEMPLATE_MISPLACED", node, name, "the page itself");
      keepTemplateForBody(draft, node);
    } else {
      draft.report("TEMPLATE_UNKNOWN", node, name);
      keepUnknown(draft, name, node);
    }
  }
  return true;
}

/** Reads a template in running text into the record, as after a bracket that was never closed; `false` if it stays text, which is reported. */
export function readStrayTemplate(name: string, node: TemplateNode, draft: PageDraft): boolean {
  if (applyRule(name, node, draft)) {
    if (!TEMPLATE_RULES[name]?.inText) draft.report("TEMPLATE_IN_TEXT", node, name);
    return true;
  }
  if (Object.hasOwn(TEMPLATE_RULES, name)) draft.report("TEMPLATE_MISPLACED", node, name, "text");
  else {
    draft.report("TEMPLATE_UNKNOWN", node, name);
    keepUnknown(draft, name, node);
  }
  return false;
}

/** Applies the rule for a template; `false` if there is none for a template on its own. */
function applyRule(name: string, node: TemplateNode, draft: PageDraft): boolean {
  const rule: TemplateRule | undefined = Object.hasOwn(TEMPLATE_RULES, name) ? TEMPLATE_RULES[name] : undefined;
  const read = rule?.read ?? rule?.readStray;
  if (!rule || !read) return false;
  const isRepeated = rule.once && draft.seen.has(name);
  draft.seen.add(name);
  if (!rule.read) draft.report("TEMPLATE_MISPLACED", node, name, "the page itself");
  const before = { ...draft.fields };
  read(readArguments(node, name, PARAMETERS, draft), draft);
  if (isRepeated) {
    draft.report("TEMPLATE_REPEATED", node, name);
    if (!fillGaps(before, draft.fields)) keepTemplateForBody(draft, node);
  }
  return true;
}
