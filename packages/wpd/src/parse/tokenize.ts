import { ExtensionReader } from "./extension-tags.ts";
import type { CommentNode, ExtensionNode, Span } from "./nodes.ts";

/** The node that a pair of matching brackets makes. */
export type BranchType = "template" | "parameter" | "link" | "table";

/**
 * A run of opening brackets. `matched` lists the nodes that its brackets open, the innermost first; brackets left over
 * at its beginning are text.
 */
interface OpenToken extends Span {
  kind: "open";
  bracket: "{{" | "[[" | "{|";
  matched: BranchType[];
}

/** One closing bracket that matched. An unmatched one makes no token: it stays text. */
interface CloseToken extends Span {
  kind: "close";
}

/** A `|`. The brackets that it separates are known only when all of them have been matched. */
interface PipeToken extends Span {
  kind: "pipe";
}

/** A comment or an extension tag. */
interface OpaqueToken extends Span {
  kind: "opaque";
  node: CommentNode | ExtensionNode;
}

export type Token = OpenToken | CloseToken | PipeToken | OpaqueToken;

const WIDTH = { template: 2, parameter: 3, link: 2, table: 2 } as const satisfies Record<BranchType, number>;

/** The number of characters of a bracket of this type. */
export const widthOf = (type: BranchType): number => WIDTH[type];

/** Characters that can begin a token. */
const CANDIDATE = /\{\{+|\}\}+|\[\[|\]\]|\||<|\{(?=\|)/g;

/** An opening run with brackets that are not closed yet. */
interface Pending {
  token: OpenToken;
  /** The number of unmatched brackets. */
  left: number;
}

/**
 * Finds every bracket that matters, in one pass without recursion, and matches opening and closing ones as
 * MediaWiki's preprocessor does: a run of braces closes three at a time where it can, else two. Unlike there, a `}}`
 * also closes its template over a `[[` or `{|` that was never closed.
 */
export const tokenize = (source: string): Token[] => new Tokenizer(source).run();

class Tokenizer {
  readonly #source: string;
  readonly #tokens: Token[] = [];
  readonly #stack: Pending[] = [];
  readonly #extensions: ExtensionReader;
  #openBraces = 0;
  #hasCommentEnd = true;

  constructor(source: string) {
    this.#source = source;
    this.#extensions = new ExtensionReader(source);
  }

  run(): Token[] {
    for (let at = 0; ; ) {
      CANDIDATE.lastIndex = at;
      const match = CANDIDATE.exec(this.#source);
      if (!match) return this.#tokens;
      at = this.#read(match.index, CANDIDATE.lastIndex);
    }
  }

  /** Reads the candidate from `start` to `end`; returns where to continue. */
  #read(start: number, end: number): number {
    switch (this.#source[start]) {
      case "{":
        return this.#openingBrace(start, end);
      case "}":
        return this.#closingBraces(start, end);
      case "[":
        return this.#open("[[", start, end);
      case "]":
        return this.#closingBracket(start, end);
      case "|":
        return this.#pipe(start, end);
      default:
        return this.#angleBracket(start);
    }
  }

  #openingBrace(start: number, end: number): number {
    if (end - start > 1) return this.#open("{{", start, end);
    return this.#openBraces > 0 && this.#isAtLineStart(start) ? this.#open("{|", start, start + 2) : end;
  }

  #closingBraces(start: number, end: number): number {
    let position = start;
    while (end - position >= 2 && this.#openBraces > 0) {
      while (this.#top()?.token.bracket !== "{{") this.#pop();
      const top = this.#top() as Pending;
      const width = Math.min(3, end - position, top.left);
      this.#close(width === 3 ? "parameter" : "template", position);
      position += width;
      top.left -= width;
      if (top.left < 2) this.#pop();
    }
    return end;
  }

  #closingBracket(start: number, end: number): number {
    if (this.#top()?.token.bracket !== "[[") return end;
    this.#close("link", start);
    this.#pop();
    return end;
  }

  #pipe(start: number, end: number): number {
    if (!this.#closesTable(start)) {
      this.#tokens.push({ kind: "pipe", start, end });
      return end;
    }
    this.#close("table", start);
    this.#pop();
    return start + 2;
  }

  /** `|}` at the beginning of a line ends a table, but `|}}` ends an argument and its template. */
  #closesTable(index: number): boolean {
    const source = this.#source;
    if (this.#top()?.token.bracket !== "{|" || source[index + 1] !== "}" || !this.#isAtLineStart(index)) return false;
    return source[index + 2] !== "}" || source[index + 3] === "}";
  }

  #angleBracket(start: number): number {
    const node = this.#source.startsWith("<!--", start) ? this.#comment(start) : this.#extensions.read(start);
    if (!node) return start + 1;
    this.#tokens.push({ kind: "opaque", node, start: node.start, end: node.end });
    return node.end;
  }

  /** The comment that begins at `start`. An unclosed one would hide the rest of the page; it stays text, and its end is searched for only once. */
  #comment(start: number): CommentNode | null {
    const end = this.#hasCommentEnd ? this.#source.indexOf("-->", start + 4) : -1;
    this.#hasCommentEnd = end !== -1;
    return this.#hasCommentEnd ? { type: "comment", start, end: end + 3 } : null;
  }

  #isAtLineStart(index: number): boolean {
    const source = this.#source;
    let before = index - 1;
    while (before >= 0 && (source[before] === " " || source[before] === "\t" || source[before] === ":")) before--;
    return before < 0 || source[before] === "\n";
  }

  #top(): Pending | undefined {
    return this.#stack.at(-1);
  }

  #open(bracket: OpenToken["bracket"], start: number, end: number): number {
    const token: OpenToken = { kind: "open", bracket, matched: [], start, end };
    this.#tokens.push(token);
    this.#stack.push({ token, left: end - start });
    if (bracket === "{{") this.#openBraces++;
    return end;
  }

  #close(type: BranchType, start: number): void {
    this.#top()?.token.matched.push(type);
    this.#tokens.push({ kind: "close", start, end: start + WIDTH[type] });
  }

  #pop(): void {
    if (this.#stack.pop()?.token.bracket === "{{") this.#openBraces--;
  }
}
