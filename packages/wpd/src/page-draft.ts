import type { Diagnostic, Page } from "@wasclean/data/schema";
import { createDiagnostic, type DiagnosticArguments, type DiagnosticCode } from "./describe-diagnostic.ts";
import type { RenderContext } from "./expand.ts";
import type { Span, TemplateNode } from "./nodes.ts";

/** What one kind of page has and the others do not, with `null` or `[]` where nothing is said. */
type OwnFields<P extends Page> = Omit<P, keyof Extract<Page, { kind: "plain" }>> & Pick<P, "kind">;
export type KindFields = Page extends infer P ? (P extends Page ? OwnFields<P> : never) : never;

/** The part of a record that templates fill, while they fill it. */
export type PageFields = Omit<
  Extract<Page, { kind: "plain" }>,
  "kind" | "slug" | "lang" | "source" | "diagnostics" | "body"
>;

/** A page that is being read. */
export interface PageDraft {
  fields: PageFields;
  /** Set by the template that gives the page its kind. */
  kind: KindFields | null;
  context: RenderContext;
  diagnostics: Diagnostic[];
  report<C extends DiagnosticCode>(code: C, span: Span, ...args: DiagnosticArguments<C>): void;
}

/** A draft in which nothing has been said yet. */
export function createPageDraft(title: string, context: Omit<RenderContext, "onTemplate">): PageDraft {
  const diagnostics: Diagnostic[] = [];
  const report: PageDraft["report"] = (...args) => {
    diagnostics.push(createDiagnostic(...args));
  };
  const fields: PageFields = {
    title,
    flags: null,
    standardization: [],
    summary: null,
    examples: [],
    notes: null,
    specifications: [],
    compatibility: null,
    seeAlso: null,
    topics: [],
    attribution: null,
    unknown: [],
  };
  const draft: PageDraft = {
    fields,
    kind: null,
    diagnostics,
    report,
    context: {
      ...context,
      onTemplate(name, node) {
        report("TEMPLATE_UNKNOWN", node, name);
        keepUnknown(draft, name, node);
      },
    },
  };
  return draft;
}

/** Keeps a template that no field stands for, as written. */
export function keepUnknown(draft: PageDraft, template: string, node: TemplateNode): void {
  const { source } = draft.context;
  const parameters: Record<string, string> = {};
  let position = 0;
  for (const part of node.parts.slice(1)) {
    parameters[part.name ?? String(++position)] = source.slice(part.valueStart, part.end).trim();
  }
  draft.fields.unknown.push({ template, parameters, start: node.start, end: node.end });
}
