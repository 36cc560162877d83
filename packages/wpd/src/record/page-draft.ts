import type { Diagnostic, Page } from "@wasclean/schema";
import type { Node, Part, Span, TemplateNode } from "../parse/nodes.ts";
import type { RenderContext } from "../render/render-context.ts";
import type { LinkOutcome } from "../site/links.ts";
import type { PageFacts } from "../site/scan-page.ts";
import type { SiteIndex } from "../site/site-index.ts";
import { createDiagnostic, type DiagnosticArguments, type DiagnosticCode } from "./describe-diagnostic.ts";

type PlainPage = Extract<Page, { kind: "plain" }>;
/** The fields of one kind of page that others lack, and the kind itself. */
export type KindFields = Page extends infer P
  ? P extends Page
    ? Omit<P, Exclude<keyof PlainPage, "kind">>
    : never
  : never;

/** The fields of a record that templates of any page fill. */
export type PageFields = Omit<PlainPage, "kind" | "slug" | "lang" | "source" | "diagnostics" | "body" | "missingLinks">;

/** A page that is being read. */
export interface PageDraft {
  fields: PageFields;
  /** The facts of the page; only templates of their `kind` may fill {@link kind}. */
  facts: PageFacts;
  /** Set by the templates that describe the page's kind. */
  kind: KindFields | null;
  context: RenderContext;
  diagnostics: Diagnostic[];
  /** The number of diagnostics over the limit. */
  omitted: number;
  /** Content without a field of its own, which is shown with the body. */
  misplaced: { nodes: Node[]; span: Span }[];
  /** The names of templates that were read. */
  seen: Set<string>;
  /** The outermost template that was kept last under `unknown`, and how much text was kept in all. */
  keptUnknown: Span | null;
  keptLength: number;
  /** The number of links by outcome. */
  links: Partial<Record<LinkOutcome, number>>;
  missingLinks: Set<string>;
  report<C extends DiagnosticCode>(code: C, span: Span, ...args: DiagnosticArguments<C>): void;
}

/** Nobody reads more diagnostics, and a page of nothing but braces would have one for each. */
const MAX_DIAGNOSTICS = 1000;

/** Creates an empty draft. `onTemplate` is called for each template in running text; it returns `true` if the template was read into the record and leaves no text. */
export function createPageDraft(
  facts: PageFacts,
  source: string,
  site: SiteIndex,
  onTemplate: (name: string, node: TemplateNode, draft: PageDraft) => boolean,
): PageDraft {
  const diagnostics: Diagnostic[] = [];
  const handled = new Map<TemplateNode, boolean>();
  const report: PageDraft["report"] = (...args) => {
    if (diagnostics.length < MAX_DIAGNOSTICS) diagnostics.push(createDiagnostic(...args));
    else draft.omitted++;
  };
  const draft: PageDraft = {
    fields: createFields(facts),
    facts,
    kind: null,
    diagnostics,
    omitted: 0,
    misplaced: [],
    seen: new Set(),
    keptUnknown: null,
    keptLength: 0,
    links: {},
    missingLinks: new Set(),
    report,
    context: {
      source,
      site,
      onLink(outcome, target) {
        draft.links[outcome] = (draft.links[outcome] ?? 0) + 1;
        if ((outcome === "missing" || outcome === "interwiki") && target) draft.missingLinks.add(target);
      },
      onListing(listing, span) {
        if (!listing.pages) report("LISTING_NOT_COMPUTED", span, listing.query ?? listing.template);
        const { template, query, parameters, pages } = listing;
        const rest = { usePageTitle: null, listAllSubpages: null, pages: pages ?? [] };
        draft.fields.listings.push({ template, query, parameters, ...rest });
      },
      // A text may be rendered again for the body; what a template adds to the record it adds once.
      onTemplate(name, node) {
        const known = handled.get(node);
        if (known !== undefined) return known;
        handled.set(node, true);
        const isRead = onTemplate(name, node, draft);
        handled.set(node, isRead);
        return isRead;
      },
    },
  };
  return draft;
}

const createFields = ({ title, categories }: PageFacts): PageFields => ({
  title,
  flags: null,
  standardization: [],
  summary: null,
  examples: [],
  examplesNotRequired: null,
  notes: null,
  specifications: [],
  compatibility: null,
  seeAlso: null,
  topics: [],
  categories,
  bylines: [],
  editorial: [],
  translations: null,
  listings: [],
  attribution: null,
  unknown: [],
});

/** Keeps an argument for the body, if it has no field or its field is taken. */
export function keepForBody(draft: PageDraft, part: Part): void {
  draft.misplaced.push({ nodes: part.children, span: { start: part.valueStart, end: part.end } });
}

/** Keeps all arguments of a template for the body. */
export function keepTemplateForBody(draft: PageDraft, { parts }: TemplateNode): void {
  for (const part of parts.slice(1)) keepForBody(draft, part);
}

/** Keeps a template without a rule as written, under `unknown`. */
export function keepUnknown(draft: PageDraft, template: string, node: TemplateNode): void {
  const { length } = draft.context.source;
  const isInside =
    draft.keptUnknown !== null && draft.keptUnknown.start <= node.start && node.end <= draft.keptUnknown.end;
  // Templates in each other are each kept whole; of very many, the outer ones, which hold the others, are enough.
  if (isInside && draft.keptLength > MAX_KEPT * length) return;
  let position = 0;
  const parts = node.parts.slice(1).map((part) => ({ ...part, name: part.name ?? String(++position) }));
  keepParameters(draft, template, parts, node);
  draft.keptLength += node.end - node.start;
  if (!isInside) draft.keptUnknown = { start: node.start, end: node.end };
}

/** How often the length of the page may be kept under `unknown`. */
const MAX_KEPT = 3;

/** Keeps arguments as written, under `unknown`; a name that comes twice is numbered. */
export function keepParameters(draft: PageDraft, template: string, parts: readonly Part[], { start, end }: Span): void {
  const parameters = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const part of parts) {
    const name = part.name ?? "";
    let key = name;
    let count = counts.get(name) ?? 1;
    while (parameters.has(key)) key = `${name} (${++count})`;
    counts.set(name, count);
    parameters.set(key, draft.context.source.slice(part.valueStart, part.end).trim());
  }
  draft.fields.unknown.push({ template, parameters: Object.fromEntries(parameters), start, end });
}
