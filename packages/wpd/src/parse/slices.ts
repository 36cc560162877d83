import type { Node, Part } from "./nodes.ts";
import type { Tree } from "./parse-wikitext.ts";

/**
 * The source cut at the tree's offsets: every text, comment, extension tag and bracket on its own. Joined they are the
 * source again, which proves the offsets right. Throws if nodes overlap or leave their parent.
 */
export function toSlices({ source, children }: Tree): string[] {
  const slices: string[] = [];
  let at = 0;
  const take = (end: number) => {
    if (end < at) throw new RangeError(`A node ends at ${end}, before ${at}, where the one before it ended.`);
    if (end > at) slices.push(source.slice(at, end));
    at = end;
  };
  const walkPart = (part: Part) => {
    take(part.start);
    walk(part.children);
    if (at !== part.end) throw new RangeError(`The nodes of a part end at ${at}, the part at ${part.end}.`);
  };
  const walk = (nodes: Node[]) => {
    for (const node of nodes) {
      if (node.start !== at) throw new RangeError(`A node begins at ${node.start}, the one before it ended at ${at}.`);
      if ("parts" in node) node.parts.forEach(walkPart);
      take(node.end);
    }
  };
  walk(children);
  if (at !== source.length) throw new RangeError(`The nodes end at ${at}, the source at ${source.length}.`);
  return slices;
}
