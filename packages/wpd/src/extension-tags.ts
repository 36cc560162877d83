import type { ExtensionNode } from "./nodes.ts";

/** The extension tags whose content MediaWiki does not parse as wikitext. */
export const EXTENSION_TAGS = ["syntaxhighlight", "source", "pre", "nowiki", "ref", "gallery"] as const;
export type ExtensionTag = (typeof EXTENSION_TAGS)[number];

/** Reads extension tags of one source, each call in constant or amortised linear time. */
export interface ExtensionReader {
  /** The extension tag that begins at `at`, where a `<` stands; `null` if none does or it is never closed. */
  read(at: number): ExtensionNode | null;
}

const OPENING = new RegExp(`<(${EXTENSION_TAGS.join("|")})(?=[\\s/>])`, "iy");

/** Makes a reader of extension tags. It remembers what is nowhere ahead, so that a page full of unclosed tags takes linear time. */
export function createExtensionReader(source: string): ExtensionReader {
  const closers = new Map<string, RegExp | null>();
  let noMoreBrackets = false;

  function closingTag(name: string, from: number): { start: number; end: number } | null {
    const known = closers.get(name);
    if (known === null) return null;
    const pattern = known ?? new RegExp(`</${name}\\s*>`, "gi");
    pattern.lastIndex = from;
    const match = pattern.exec(source);
    closers.set(name, match ? pattern : null);
    return match && { start: match.index, end: pattern.lastIndex };
  }

  return {
    read(at) {
      OPENING.lastIndex = at;
      const match = OPENING.exec(source);
      if (!match || noMoreBrackets) return null;
      const name = (match[1] as string).toLowerCase();
      const attributesStart = OPENING.lastIndex;
      const bracket = source.indexOf(">", attributesStart);
      if (bracket === -1) {
        noMoreBrackets = true;
        return null;
      }
      const closesItself = source[bracket - 1] === "/";
      const attributes = { start: attributesStart, end: closesItself ? bracket - 1 : bracket };
      const open = bracket + 1;
      if (closesItself) {
        return { type: "extension", name, attributes, inner: { start: open, end: open }, start: at, end: open };
      }
      const closer = closingTag(name, open);
      if (!closer) return null;
      const inner = { start: open, end: closer.start };
      return { type: "extension", name, attributes, inner, start: at, end: closer.end };
    },
  };
}
