import { createExtensionReader } from "./extension-tags.ts";
import type { CommentNode, ExtensionNode, Span } from "./nodes.ts";

/** What brackets of one kind make when they match. */
export type BranchType = "template" | "parameter" | "link" | "table";

/**
 * A run of opening brackets. `matched` lists what its brackets turned out to open, the innermost first; brackets
 * left over at its beginning are text.
 */
export interface OpenToken extends Span {
  kind: "open";
  bracket: "{{" | "[[" | "{|";
  matched: BranchType[];
}

/** One closing bracket that matched. A closing bracket that matches nothing is no token: it stays text. */
export interface CloseToken extends Span {
  kind: "close";
}

/** A `|`. Which brackets it separates is known only when all of them have been matched. */
export interface PipeToken extends Span {
  kind: "pipe";
}

/** A comment or an extension tag. */
export interface OpaqueToken extends Span {
  kind: "opaque";
  node: CommentNode | ExtensionNode;
}

export type Token = OpenToken | CloseToken | PipeToken | OpaqueToken;

const WIDTH = { template: 2, parameter: 3, link: 2, table: 2 } as const satisfies Record<BranchType, number>;

/** How many characters a bracket of this kind has. */
export const widthOf = (type: BranchType): number => WIDTH[type];

/** What can begin a token. `\n` only before what makes a table. */
const CANDIDATE = /\{\{+|\}\}+|\[\[|\]\]|\||<|\{(?=\|)/g;

/** An opening run that still waits for closing brackets. */
interface Pending {
  token: OpenToken;
  /** Brackets not yet matched. */
  left: number;
}

/**
 * Finds every bracket that matters, in one pass without recursion, and matches opening and closing ones as
 * MediaWiki's preprocessor does: a run of braces closes three at a time where it can, else two. Unlike there, a `}}`
 * also closes its template over a `[[` or `{|` that was never closed.
 */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  const stack: Pending[] = [];
  const extensions = createExtensionReader(source);
  let openBraces = 0;
  let hasCommentEnd = true;
  let at = 0;

  const isAtLineStart = (index: number) => {
    let before = index - 1;
    while (before >= 0 && (source[before] === " " || source[before] === "\t" || source[before] === ":")) before--;
    return before < 0 || source[before] === "\n";
  };
  const open = (bracket: OpenToken["bracket"], start: number, end: number) => {
    const token: OpenToken = { kind: "open", bracket, matched: [], start, end };
    tokens.push(token);
    stack.push({ token, left: end - start });
    if (bracket === "{{") openBraces++;
  };
  const pop = () => {
    if (stack.pop()?.token.bracket === "{{") openBraces--;
  };
  const close = (type: BranchType, start: number) => {
    stack.at(-1)?.token.matched.push(type);
    tokens.push({ kind: "close", start, end: start + WIDTH[type] });
  };

  function closeBraces(start: number, end: number): number {
    let position = start;
    while (end - position >= 2 && openBraces > 0) {
      while (stack.at(-1)?.token.bracket !== "{{") pop();
      const top = stack.at(-1) as Pending;
      const width = Math.min(3, end - position, top.left);
      close(width === 3 ? "parameter" : "template", position);
      position += width;
      top.left -= width;
      if (top.left < 2) pop();
    }
    return end;
  }

  /** `|}` at the beginning of a line ends a table, but `|}}` ends an argument and its template. */
  function closesTable(index: number): boolean {
    if (stack.at(-1)?.token.bracket !== "{|" || source[index + 1] !== "}" || !isAtLineStart(index)) return false;
    return source[index + 2] !== "}" || source[index + 3] === "}";
  }

  function step(start: number, end: number): number {
    switch (source[start]) {
      case "{":
        if (end - start > 1) open("{{", start, end);
        else if (openBraces > 0 && isAtLineStart(start)) open("{|", start, start + 2);
        else return end;
        return tokens.at(-1)?.end ?? end;
      case "}":
        return closeBraces(start, end);
      case "[":
        open("[[", start, end);
        return end;
      case "]":
        if (stack.at(-1)?.token.bracket !== "[[") return end;
        close("link", start);
        pop();
        return end;
      case "|":
        if (closesTable(start)) {
          close("table", start);
          pop();
          return start + 2;
        }
        tokens.push({ kind: "pipe", start, end });
        return end;
      default:
        return angle(start);
    }
  }

  function angle(start: number): number {
    const node = source.startsWith("<!--", start) ? comment(start) : extensions.read(start);
    if (!node) return start + 1;
    tokens.push({ kind: "opaque", node, start: node.start, end: node.end });
    return node.end;
  }

  /** A comment without an end would hide the rest of the page; it stays text, and is looked for only once. */
  function comment(start: number): CommentNode | null {
    const end = hasCommentEnd ? source.indexOf("-->", start + 4) : -1;
    hasCommentEnd = end !== -1;
    return hasCommentEnd ? { type: "comment", start, end: end + 3 } : null;
  }

  for (;;) {
    CANDIDATE.lastIndex = at;
    const match = CANDIDATE.exec(source);
    if (!match) return tokens;
    at = step(match.index, CANDIDATE.lastIndex);
  }
}
