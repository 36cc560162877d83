import type { RichText } from "@wasclean/schema";
import type { Node, Span } from "../parse/nodes.ts";
import { expand } from "./expand.ts";
import { HtmlBuilder } from "./html-builder.ts";
import { renderBlocks } from "./render-blocks.ts";
import type { RenderContext } from "./render-context.ts";
import { toHtml } from "./to-html.ts";
import { toText } from "./to-text.ts";

/** Trims white space from a span, as MediaWiki does with named arguments. */
export function trimSpan(source: string, { start, end }: Span): Span {
  while (start < end && isSpace(source.charCodeAt(start))) start++;
  while (end > start && isSpace(source.charCodeAt(end - 1))) end--;
  return { start, end };
}

const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13) || code === 0xfeff;

/** Cuts nodes to a span: texts are shortened, nodes outside of it left out. */
export function cutNodes(nodes: readonly Node[], { start, end }: Span): Node[] {
  return nodes
    .filter((node) => node.end > start && node.start < end)
    .map((node) =>
      node.type === "text" ? { ...node, start: Math.max(node.start, start), end: Math.min(node.end, end) } : node,
    );
}

/** A span of the page as rich text; `null` if it is only white space. */
export function toRichText(nodes: readonly Node[], span: Span, context: RenderContext): RichText | null {
  const trimmed = trimSpan(context.source, span);
  if (trimmed.start === trimmed.end) return null;
  const rendered = render([cutNodes(nodes, trimmed)], context);
  return { wikitext: context.source.slice(trimmed.start, trimmed.end), ...rendered, ...trimmed };
}

/** Renders pieces of a page as HTML and as plain text; each piece begins a new paragraph. */
export function render(pieces: readonly (readonly Node[])[], context: RenderContext): { html: string; text: string } {
  const out = new HtmlBuilder();
  for (const nodes of pieces) renderBlocks(expand(nodes, context), out);
  return { html: toHtml(out.root), text: toText(out.root) };
}
