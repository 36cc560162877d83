/** A part of the source that is not wikitext: a comment, or an element whose content MediaWiki does not parse. */
export interface Opaque {
  /** In lower case; `!--` for a comment. */
  name: string;
  /** Offset of the `<`. */
  start: number;
  /** Where the content begins. */
  from: number;
  /** Where the content ends, exclusive. */
  to: number;
  /** Offset after the closing tag. */
  end: number;
}

const OPENING = /<!--|<(nowiki|pre|syntaxhighlight|source)(\s[^<>]*)?>/gi;

/**
 * Finds opaque parts in order. An unclosed one is text: `<source>` is then the HTML element that a page is about, as is a
 * `<source>` with `src` or `srcset`, closed or not: no sample has these attributes.
 */
export function findOpaque(source: string): Opaque[] {
  const found: Opaque[] = [];
  OPENING.lastIndex = 0;
  for (let match = OPENING.exec(source); match; match = OPENING.exec(source)) {
    const name = match[1]?.toLowerCase() ?? "!--";
    const attributes = match[2] ?? "";
    const from = OPENING.lastIndex;
    if (name === "source" && /\ssrc(set)?\s*=/i.test(attributes)) continue;
    const closed = attributes.endsWith("/") ? { index: from, length: 0 } : findClosing(source, name, from);
    if (!closed) continue;
    // Without a language, and with another sample before its end, it is the element as well.
    const isElement = name === "source" && !/\slang\s*=/i.test(attributes);
    if (isElement && /<(?:source|syntaxhighlight)[\s>]/i.test(source.slice(from, closed.index))) continue;
    const end = closed.index + closed.length;
    found.push({ name, start: match.index, from, to: closed.index, end });
    OPENING.lastIndex = end;
  }
  return found;
}

function findClosing(source: string, name: string, from: number): { index: number; length: number } | null {
  if (name === "!--") {
    const index = source.indexOf("-->", from);
    // MediaWiki hides everything after a comment that is never closed.
    return index === -1 ? { index: source.length, length: 0 } : { index, length: 3 };
  }
  const closing = new RegExp(`</${name}\\s*>`, "gi");
  closing.lastIndex = from;
  const match = closing.exec(source);
  return match && { index: match.index, length: match[0].length };
}
