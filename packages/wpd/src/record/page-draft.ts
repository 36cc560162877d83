import type { Diagnostic, Page } from "@wasclean/schema";
import type { Node, Part, Span, TemplateNode } from "../parse/nodes.ts";
import type { RenderContext } from "../render/render-context.ts";
import type { LinkOutcome } from "../site/links.ts";
import type { PageFacts } from "../site/scan-page.ts";
import type { SiteIndex } from "../site/site-index.ts";
import { createDiagnostic, type DiagnosticArguments, type DiagnosticCode } from "./describe-diagnostic.ts";

type PlainPage = Extract<Page, { kind: "plain" }>;
/** What one kind of page has and the others do not, with its kind. */
export type KindFields = Page extends infer P
  ? P extends Page
    ? Omit<P, Exclude<keyof PlainPage, "kind">>
    : never
  : never;

/** The part of a record that templates fill, while they fill it. */
export type PageFields = Omit<PlainPage, "kind" | "slug" | "lang" | "source" | "diagnostics" | "body" | "missingLinks">;

/** A page that is being read. */
export interface PageDraft {
  fields: PageFields;
  /** What is known of the page as a whole; its kind is the one that the templates may describe. */
  facts: PageFacts;
  /** Set by the templates that describe this kind. */
  kind: KindFields | null;
  context: RenderContext;
  diagnostics: Diagnostic[];
  /** How many diagnostics there were room for no more. */
  omitted: number;
  /** What has no place in the record and is shown with the body, so that nobody misses it. */
  misplaced: { nodes: Node[]; span: Span }[];
  /** Templates that were read already and count once. */
  seen: Set<string>;
  /** How many links had which outcome. */
  links: Partial<Record<LinkOutcome, number>>;
  missingLinks: Set<string>;
  report<C extends DiagnosticCode>(code: C, span: Span, ...args: DiagnosticArguments<C>): void;
}

/** Nobody reads more of them, and a page of nothing but braces would have one for each. */
const MAX_DIAGNOSTICS = 1000;

/** A draft in which nothing has been said yet. `onTemplate` is asked about each template in running text: whether it was taken into the record, and is no text. */
export function createPageDraft(
  facts: PageFacts,
  source: string,
  site: SiteIndex,
  onTemplate: (name: string, node: TemplateNode, draft: PageDraft) => boolean,
): PageDraft {
  const diagnostics: Diagnostic[] = [];
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
      onTemplate: (name, node) => onTemplate(name, node, draft),
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

/** Keeps an argument that has no field of its own, or none left, for the body. */
export function keepForBody(draft: PageDraft, part: Part): void {
  draft.misplaced.push({ nodes: part.children, span: { start: part.valueStart, end: part.end } });
}

/** Keeps all arguments of a template that has no place, or none left, for the body. */
export function keepTemplateForBody(draft: PageDraft, { parts }: TemplateNode): void {
  for (const part of parts.slice(1)) keepForBody(draft, part);
}

/** Keeps a template that no field stands for, as written. */
export function keepUnknown(draft: PageDraft, template: string, node: TemplateNode): void {
  let position = 0;
  const parts = node.parts.slice(1).map((part) => ({ ...part, name: part.name ?? String(++position) }));
  keepParameters(draft, template, parts, node);
}

/** Keeps arguments that no field stands for, as written; a name that comes twice is numbered. */
export function keepParameters(draft: PageDraft, template: string, parts: readonly Part[], { start, end }: Span): void {
  const parameters = new Map<string, string>();
  for (const part of parts) {
    const name = part.name ?? "";
    let key = name;
    for (let count = 2; parameters.has(key); count++) key = `${name} (${count})`;
    parameters.set(key, draft.context.source.slice(part.valueStart, part.end).trim());
  }
  draft.fields.unknown.push({ template, parameters: Object.fromEntries(parameters), start, end });
}
