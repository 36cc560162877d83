import type { BranchNode, Node, Part } from "./nodes.ts";
import { type BranchType, type Token, tokenize, widthOf } from "./tokenize.ts";
import { withoutComments } from "./without-comments.ts";

/**
 * How deep templates and links may nest; deeper ones stay text. MediaWiki's own limit of preprocessor depth
 * (https://www.mediawiki.org/wiki/Manual:$wgMaxPPExpandDepth) is of the same size.
 */
export const MAX_DEPTH = 100;

/** The tree of a page. Its nodes cover the source without a gap. */
export interface Tree {
  source: string;
  children: Node[];
  /** The first bracket nested deeper than {@link MAX_DEPTH}; `null` in any sane page. */
  tooDeepAt: number | null;
  /** The number of brackets, pipes, extension tags and comments in the page. */
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
  const builder = new TreeBuilder(source);
  const tokens = tokenize(source);
  for (const token of tokens) builder.take(token);
  return { ...builder.finish(), tokenCount: tokens.length };
}

class TreeBuilder {
  readonly #source: string;
  readonly #root: Frame = { node: null, children: [], partStart: 0 };
  readonly #stack: Frame[] = [this.#root];
  /** Where the text not yet in a node begins. */
  #textStart = 0;
  /** The number of open branches beyond the depth limit, which are text. */
  #beyond = 0;
  #tooDeepAt: number | null = null;

  constructor(source: string) {
    this.#source = source;
  }

  take(token: Token): void {
    if (token.kind === "open") this.#openRun(token.matched, token.end);
    else if (token.kind === "close") this.#close(token);
    else if (this.#beyond > 0) return;
    else if (token.kind === "pipe") this.#pipe(token);
    else this.#addLeaf(token.node);
  }

  finish(): Omit<Tree, "tokenCount"> {
    this.#flush(this.#source.length, this.#source.length);
    return { source: this.#source, children: this.#root.children, tooDeepAt: this.#tooDeepAt };
  }

  /** Opens the branches of a run of brackets that ends at `end`, the outermost first. */
  #openRun(matched: readonly BranchType[], end: number): void {
    let at = end - matched.reduce((sum, type) => sum + widthOf(type), 0);
    for (const type of matched.toReversed()) {
      this.#open(type, at);
      at += widthOf(type);
    }
  }

  #open(type: BranchType, start: number): void {
    if (this.#beyond > 0 || this.#stack.length > MAX_DEPTH) {
      this.#tooDeepAt ??= start;
      this.#beyond++;
      return;
    }
    const partStart = start + widthOf(type);
    this.#flush(start, partStart);
    this.#stack.push({ node: { type, parts: [], start, end: start }, children: [], partStart });
  }

  #close({ start, end }: Token): void {
    if (this.#beyond > 0) {
      this.#beyond--;
      return;
    }
    this.#flush(start, end);
    const frame = this.#stack.pop() as Frame;
    const node = frame.node as BranchNode;
    this.#endPart(frame, start);
    node.end = end;
    this.#top().children.push(node);
  }

  #pipe({ start, end }: Token): void {
    const frame = this.#top();
    if (!frame.node) return;
    this.#flush(start, end);
    this.#endPart(frame, start);
    frame.partStart = end;
  }

  #addLeaf(node: Node): void {
    this.#flush(node.start, node.end);
    this.#top().children.push(node);
  }

  #endPart(frame: Frame, end: number): void {
    frame.node?.parts.push(toPart(this.#source, frame, end));
    frame.children = [];
  }

  /** Makes a node of the text before `until`; further text begins at `next`. */
  #flush(until: number, next: number): void {
    if (until > this.#textStart) this.#top().children.push({ type: "text", start: this.#textStart, end: until });
    this.#textStart = next;
  }

  #top(): Frame {
    return this.#stack.at(-1) as Frame;
  }
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
    part.name = withoutComments(source.slice(start, equals)).trim();
    part.valueStart = equals + 1;
    break;
  }
  return part;
}
