import type { Diagnostic, Page, RichText } from "@wasclean/schema";
import type { Node } from "../parse/nodes.ts";
import { MAX_DEPTH, parseWikitext, type Tree } from "../parse/parse-wikitext.ts";
import { templateNameOf } from "../parse/template-name.ts";
import { cutNodes, render, trimSpan } from "../render/rich-text.ts";
import type { LinkOutcome } from "../site/links.ts";
import type { PageSource } from "../site/page-source.ts";
import { scanTree } from "../site/scan-page.ts";
import type { SiteIndex } from "../site/site-index.ts";
import { readStrayTemplate, readTemplates } from "./apply-rules.ts";
import { createDiagnostic } from "./describe-diagnostic.ts";
import { createPageDraft, type KindFields, type PageDraft } from "./page-draft.ts";

/** MediaWiki's limit for a page (https://www.mediawiki.org/wiki/Manual:$wgMaxArticleSize), in bytes. */
export const MAX_PAGE_BYTES = 2 * 1024 * 1024;
/** MediaWiki's limit for the nodes of a page (https://www.mediawiki.org/wiki/Manual:$wgMaxPPNodeCount). */
const MAX_NODES = 1_000_000;

/** A page's record and diagnostics, with the counts of its links and templates. */
export interface ReadResult {
  value: Page;
  diagnostics: Diagnostic[];
  /** The number of links by outcome. */
  links: Partial<Record<LinkOutcome, number>>;
  /** The number of uses of each template on the page, at any depth. */
  templates: Record<string, number>;
}

/** Reads one page. Any string makes a record that the schema accepts; never throws. */
export function readPage({ wikitext, slug, source }: PageSource, site: SiteIndex): ReadResult {
  const tree = parseWikitext(wikitext);
  const facts = scanTree(tree, slug);
  const draft = createPageDraft(facts, wikitext, site, readStrayTemplate);
  const { report } = draft;
  if (source.bytes > MAX_PAGE_BYTES)
    report("PAGE_TOO_LARGE", { start: 0, end: wikitext.length }, String(MAX_PAGE_BYTES));
  if (tree.tokenCount > MAX_NODES) report("TOO_MANY_NODES", { start: 0, end: wikitext.length }, String(MAX_NODES));
  if (tree.tooDeepAt !== null) report("NESTING_TOO_DEEP", pointAt(tree.tooDeepAt), String(MAX_DEPTH));
  const outside = readTemplates(tree.children, draft);
  const body = readBody(outside, draft);
  const kind = draft.kind ?? withoutTemplate(draft);
  reportUnclosed(tree.children, draft);
  const diagnostics = listDiagnostics(draft);
  const { title, ...fields } = draft.fields;
  const missingLinks = [...draft.missingLinks].sort();
  const value = { title, slug, lang: facts.lang, source, ...kind, ...fields, body, missingLinks, diagnostics };
  return { value, diagnostics, links: draft.links, templates: countTemplates(tree) };
}

/** The diagnostics, sorted by place; the last one counts those over the limit. */
function listDiagnostics({ diagnostics, omitted }: PageDraft): Diagnostic[] {
  const sorted = diagnostics.sort((a, b) => a.start - b.start || a.end - b.end);
  const last = sorted.at(-1);
  return last && omitted > 0 ? [...sorted, createDiagnostic("DIAGNOSTICS_OMITTED", last, String(omitted))] : sorted;
}

const pointAt = (start: number) => ({ start, end: start });

/** The text outside the templates, followed by content without a field. Its wikitext is all pieces joined; its place spans the first to the last. */
function readBody(outside: readonly Node[], { context, misplaced }: PageDraft): RichText | null {
  const { source } = context;
  const pieces = misplaced.map(({ nodes, span }) => cutNodes(nodes, trimSpan(source, span)));
  const nodes = [...outside, ...pieces.flat()].sort((a, b) => a.start - b.start);
  let reached = 0;
  // A piece inside of another one is in its wikitext already.
  const outer = nodes.filter(({ end }) => {
    const isInside = end <= reached;
    reached = Math.max(reached, end);
    return !isInside;
  });
  const wikitext = outer.map((node) => source.slice(node.start, node.end)).join("");
  const first = nodes.find((node) => source.slice(node.start, node.end).trim() !== "");
  const last = nodes.findLast((node) => source.slice(node.start, node.end).trim() !== "");
  if (!first || !last) return null;
  return {
    wikitext: wikitext.trim(),
    ...render([outside, ...pieces], context),
    ...trimSpan(source, { start: first.start, end: last.end }),
  };
}

/** The kind of a page without a template that describes it. */
function withoutTemplate({ facts, report }: PageDraft): KindFields {
  if (facts.kind === "empty") report("PAGE_EMPTY", pointAt(0));
  if (facts.kind === "plain") report("PAGE_WITHOUT_TEMPLATES", pointAt(0));
  const kind = facts.kind === "empty" || facts.kind === "plain" || facts.kind === "listing" ? facts.kind : "generic";
  return { kind };
}

function countTemplates({ children, source }: Tree): Record<string, number> {
  const counts = new Map<string, number>();
  const walk = (nodes: readonly Node[]) => {
    for (const node of nodes) {
      if (!("parts" in node)) continue;
      const name = node.type === "template" ? templateNameOf(node, source) : null;
      if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
      for (const part of node.parts) walk(part.children);
    }
  };
  walk(children);
  return Object.fromEntries(counts);
}

/** Reports double braces that stayed text, and unclosed comments. */
function reportUnclosed(nodes: readonly Node[], draft: PageDraft): void {
  for (const node of nodes) {
    if (node.type === "text") {
      for (const { 0: found, index } of draft.context.source.slice(node.start, node.end).matchAll(UNCLOSED)) {
        const span = { start: node.start + index, end: node.start + index + found.length };
        if (found === "<!--") draft.report("COMMENT_UNCLOSED", span);
        else draft.report("BRACES_UNBALANCED", span, found);
      }
    } else if ("parts" in node) for (const part of node.parts) reportUnclosed(part.children, draft);
  }
}

const UNCLOSED = /\{\{+|\}\}+|<!--/g;
