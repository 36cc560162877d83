import type { ExtensionNode } from "./nodes.ts";

/** The extension tags whose content MediaWiki does not parse as wikitext. */
export const EXTENSION_TAGS = ["syntaxhighlight", "source", "pre", "nowiki", "ref", "gallery"] as const;

/** Reads extension tags of one source, each call in constant or amortised linear time. */
export interface ExtensionReader {
  /** The extension tag that begins at `at`, where a `<` stands; `null` if none does or it is never closed. */
  read(at: number): ExtensionNode | null;
}

const OPENING = new RegExp(`<(${EXTENSION_TAGS.join("|")})(?=[\\s/>])`, "iy");

/** Makes a reader of extension tags. It remembers what is nowhere ahead, so that a page full of unclosed tags takes linear time. */
export function createExtensionReader(source: string): ExtensionReader {
  const closers = new Map<string, RegExp | null>();
  const openers = new Map<string, { at: number; from: number }>();
  /** Where the next `>` is, looked for once from wherever that was. */
  let bracket = -1;

  function closingTag(name: string, from: number): { start: number; end: number } | null {
    const known = closers.get(name);
    if (known === null) return null;
    const pattern = known ?? new RegExp(`</${name}\\s*>`, "gi");
    pattern.lastIndex = from;
    const match = pattern.exec(source);
    closers.set(name, match ? pattern : null);
    return match && { start: match.index, end: pattern.lastIndex };
  }

  /** Where the next opening tag of this name begins, at or after `from`. */
  function nextOpening(name: string, from: number): number {
    const known = openers.get(name);
    if (known && known.from <= from && from <= known.at) return known.at;
    const pattern = new RegExp(`<${name}(?=[\\s/>])`, "gi");
    pattern.lastIndex = from;
    const at = pattern.exec(source)?.index ?? source.length;
    openers.set(name, { at, from });
    return at;
  }

  /**
   * Whether `<source>` is HTML's element, spoken of and not used: it has that element's attributes, or none and another
   * sample begins before the tag that would close it. It would swallow the page up to there.
   */
  function isMention(name: string, attributes: string, open: number, closer: number): boolean {
    if (name !== "source") return false;
    if (/\b(?:src|srcset|media)\s*=/i.test(attributes)) return true;
    if (/\blang\s*=/i.test(attributes)) return false;
    return nextOpening("source", open) < closer || nextOpening("syntaxhighlight", open) < closer;
  }

  return {
    read(at) {
      OPENING.lastIndex = at;
      const match = OPENING.exec(source);
      if (!match || bracket === source.length) return null;
      const name = (match[1] as string).toLowerCase();
      const attributesStart = OPENING.lastIndex;
      if (bracket < attributesStart) {
        const found = source.indexOf(">", attributesStart);
        bracket = found === -1 ? source.length : found;
        if (found === -1) return null;
      }
      const closesItself = source[bracket - 1] === "/";
      const attributes = { start: attributesStart, end: closesItself ? bracket - 1 : bracket };
      const open = bracket + 1;
      if (closesItself) {
        return { type: "extension", name, attributes, inner: { start: open, end: open }, start: at, end: open };
      }
      const closer = closingTag(name, open);
      if (!closer || isMention(name, source.slice(attributesStart, bracket), open, closer.start)) return null;
      const inner = { start: open, end: closer.start };
      return { type: "extension", name, attributes, inner, start: at, end: closer.end };
    },
  };
}
