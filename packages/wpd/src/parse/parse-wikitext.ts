import type { BranchNode, Node, Part } from "./nodes.ts";
import { type BranchType, type Token, tokenize, widthOf } from "./tokenize.ts";

/**
 * How deep templates and links may nest; deeper ones stay text. MediaWiki's own limit of preprocessor depth
 * (https://www.mediawiki.org/wiki/Manual:$wgMaxPPExpandDepth) is of the same size.
 */
export const MAX_DEPTH = 100;

/** The tree of a page. Its nodes cover the source without a gap. */
export interface Tree {
  source: string;
  children: Node[];
  /** Where brackets were nested deeper than {@link MAX_DEPTH}; `null` in any sane page. */
  tooDeepAt: number | null;
  /** How many brackets, pipes, extension tags and comments the page consists of. */
  tokenCount: number;
}

/** A branch that is being built; the outermost frame has no node. */
interface Frame {
  node: BranchNode | null;
  children: Node[];
  partStart: number;
}

/** Parses wikitext at the level of templates, links, extension tags and comments. Any string has a tree; never throws. */
export function parseWikitext(source: string): Tree {
  const builder = createTreeBuilder(source);
  const tokens = tokenize(source);
  for (const token of tokens) {
    switch (token.kind) {
      case "open": {
        let at = token.end - token.matched.reduce((sum, type) => sum + widthOf(type), 0);
        for (const type of token.matched.toReversed()) {
          builder.open(type, at);
          at += widthOf(type);
        }
        break;
      }
      case "close":
        builder.close(token);
        break;
      case "pipe":
        builder.pipe(token);
        break;
      case "opaque":
        builder.leaf(token.node);
    }
  }
  return { ...builder.finish(), tokenCount: tokens.length };
}

function createTreeBuilder(source: string) {
  const root: Frame = { node: null, children: [], partStart: 0 };
  const stack: Frame[] = [root];
  /** Where the text not yet in a node begins. */
  let textStart = 0;
  /** Open branches that are beyond the depth limit, and so are text. */
  let beyond = 0;
  let tooDeepAt: number | null = null;

  const top = () => stack.at(-1) as Frame;
  const flush = (until: number, next: number) => {
    if (until > textStart) top().children.push({ type: "text", start: textStart, end: until });
    textStart = next;
  };
  const endPart = (frame: Frame, end: number) => {
    frame.node?.parts.push(toPart(source, frame, end));
    frame.children = [];
  };

  return {
    open(type: BranchType, start: number) {
      if (beyond > 0 || stack.length > MAX_DEPTH) {
        tooDeepAt ??= start;
        beyond++;
        return;
      }
      const partStart = start + widthOf(type);
      flush(start, partStart);
      stack.push({ node: { type, parts: [], start, end: start }, children: [], partStart });
    },
    close({ start, end }: Token) {
      if (beyond > 0) {
        beyond--;
        return;
      }
      flush(start, end);
      const frame = stack.pop() as Frame;
      const node = frame.node as BranchNode;
      endPart(frame, start);
      node.end = end;
      top().children.push(node);
    },
    pipe({ start, end }: Token) {
      const frame = top();
      if (beyond > 0 || !frame.node) return;
      flush(start, end);
      endPart(frame, start);
      frame.partStart = end;
    },
    leaf(node: Node) {
      if (beyond > 0) return;
      flush(node.start, node.end);
      top().children.push(node);
    },
    finish(): Omit<Tree, "tokenCount"> {
      flush(source.length, source.length);
      return { source, children: root.children, tooDeepAt };
    },
  };
}

/** The part that ends at `end`. In a template, all parts but the first may have a name. */
function toPart(source: string, frame: Frame, end: number): Part {
  const { children, partStart: start, node } = frame;
  const part: Part = { name: null, start, valueStart: start, end, children };
  if (node?.type !== "template" || node.parts.length === 0) return part;
  for (const child of children) {
    if (child.type !== "text") continue;
    const within = source.slice(child.start, child.end).indexOf("=");
    if (within === -1) continue;
    const equals = child.start + within;
    part.name = source
      .slice(start, equals)
      .replace(/<!--.*?-->/gs, "")
      .trim();
    part.valueStart = equals + 1;
    break;
  }
  return part;
}
