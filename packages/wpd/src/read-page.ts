import type { Diagnostic, Page, RichText } from "@wasclean/data/schema";
import type { LinkResolver } from "./links.ts";
import type { Node, TemplateNode } from "./nodes.ts";
import { createPageDraft, type KindFields, keepUnknown, type PageDraft } from "./page-draft.ts";
import { MAX_DEPTH, parseWikitext } from "./parse-wikitext.ts";
import { render, trimSpan } from "./rich-text.ts";
import { nameOf, readArguments } from "./template-arguments.ts";
import { PARAMETERS, TEMPLATE_RULES } from "./template-rules.ts";

/** MediaWiki's limit for a page (https://www.mediawiki.org/wiki/Manual:$wgMaxArticleSize), in bytes. */
export const MAX_PAGE_BYTES = 2 * 1024 * 1024;

/** A page as it comes in. */
export interface PageSource {
  /** The wikitext. */
  wikitext: string;
  /** The page's path on the wiki. */
  slug: string;
  lang: string;
  /** Of the file: its path, length in bytes and SHA-256. */
  source: Page["source"];
}

/** Reads one page. Any string gives a record that the schema accepts, and diagnostics; never throws. */
export function readPage(input: PageSource, links: LinkResolver): { value: Page; diagnostics: Diagnostic[] } {
  const { wikitext, slug, lang, source } = input;
  const tree = parseWikitext(wikitext);
  const draft = createPageDraft(slug.split("/").at(-1)?.replaceAll("_", " ") || slug, { source: wikitext, links });
  if (source.bytes > MAX_PAGE_BYTES)
    draft.report("PAGE_TOO_LARGE", { start: 0, end: wikitext.length }, String(MAX_PAGE_BYTES));
  if (tree.tooDeepAt !== null) draft.report("NESTING_TOO_DEEP", pointAt(tree.tooDeepAt), String(MAX_DEPTH));
  const outside = readTemplates(tree.children, draft);
  const body = readBody(outside, draft);
  reportBraces(tree.children, draft);
  const kind = draft.kind ?? toKind(wikitext, tree.children, draft);
  const diagnostics = draft.diagnostics.sort((a, b) => a.start - b.start || a.end - b.end);
  const { title, ...fields } = draft.fields;
  return { value: { title, slug, lang, source, ...kind, ...fields, body, diagnostics }, diagnostics };
}

const pointAt = (start: number) => ({ start, end: start });

/** Fills the record from the templates at the top of the page; what is not one of them is left for the body. */
function readTemplates(nodes: readonly Node[], draft: PageDraft): Node[] {
  return nodes.filter((node) => node.type !== "template" || !readTemplate(node, draft));
}

/** Whether the template was dealt with; one that stands for text is not. */
function readTemplate(node: TemplateNode, draft: PageDraft): boolean {
  const name = nameOf(node, draft);
  if (name === null || name === "!" || name === "=") return false;
  const rule = Object.hasOwn(TEMPLATE_RULES, name) ? TEMPLATE_RULES[name] : undefined;
  if (rule?.read) rule.read(readArguments(node, name, PARAMETERS, draft), draft);
  else {
    if (rule) draft.report("TEMPLATE_MISPLACED", node, name, "the page itself");
    else draft.report("TEMPLATE_UNKNOWN", node, name);
    keepUnknown(draft, name, node);
  }
  return true;
}

/** What stands outside the templates. Its wikitext is the pieces put together; its place goes from the first to the last. */
function readBody(nodes: readonly Node[], { context }: PageDraft): RichText | null {
  const { source } = context;
  const wikitext = nodes.map((node) => source.slice(node.start, node.end)).join("");
  const first = nodes.find((node) => source.slice(node.start, node.end).trim() !== "");
  const last = nodes.findLast((node) => source.slice(node.start, node.end).trim() !== "");
  if (!first || !last) return null;
  return {
    wikitext: wikitext.trim(),
    ...render(nodes, context),
    ...trimSpan(source, { start: first.start, end: last.end }),
  };
}

function toKind(wikitext: string, nodes: readonly Node[], draft: PageDraft): KindFields {
  if (wikitext.trim() === "") {
    draft.report("PAGE_EMPTY", pointAt(0));
    return { kind: "empty" };
  }
  if (!nodes.some((node) => node.type === "template")) draft.report("PAGE_WITHOUT_TEMPLATES", pointAt(0));
  return { kind: "plain" };
}

/** Reports double braces that stayed text. */
function reportBraces(nodes: readonly Node[], draft: PageDraft): void {
  for (const node of nodes) {
    if (node.type === "text") {
      for (const { 0: braces, index } of draft.context.source.slice(node.start, node.end).matchAll(/\{\{+|\}\}+/g)) {
        const start = node.start + index;
        draft.report("BRACES_UNBALANCED", { start, end: start + braces.length }, braces);
      }
    } else if ("parts" in node) for (const part of node.parts) reportBraces(part.children, draft);
  }
}
