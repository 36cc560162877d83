import type { Node, Span } from "./nodes.ts";
import { parseWikitext } from "./parse-wikitext.ts";

/** The nodes of the wikitext in an extension tag, with their places in the page. */
export function parseInside(source: string, { start, end }: Span): Node[] {
  return parseWikitext(source.slice(start, end)).children.map((node) => shift(node, start));
}

function shift(node: Node, by: number): Node {
  const moved = { ...node, start: node.start + by, end: node.end + by };
  if (moved.type === "extension") {
    const { attributes, inner } = moved;
    return { ...moved, attributes: shiftSpan(attributes, by), inner: shiftSpan(inner, by) };
  }
  if (!("parts" in moved)) return moved;
  const parts = moved.parts.map((part) => ({
    ...part,
    ...shiftSpan(part, by),
    valueStart: part.valueStart + by,
    children: part.children.map((child) => shift(child, by)),
  }));
  return { ...moved, parts };
}

const shiftSpan = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });
