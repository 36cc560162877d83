import type { ExtensionNode, Span } from "./nodes.ts";

/** The extension tags whose content MediaWiki does not parse as wikitext. */
export const EXTENSION_TAGS = ["syntaxhighlight", "source", "pre", "nowiki", "ref", "gallery"] as const;

/** The attributes of a tag that are looked at: no real tag has longer ones. */
const LONGEST_ATTRIBUTES = 1000;

const OPENING = new RegExp(`<(${EXTENSION_TAGS.join("|")})(?=[\\s/>])`, "iy");

/**
 * Reads the extension tags of one source, each call in constant or amortised linear time: searches that found nothing
 * are remembered, so that a page full of unclosed tags takes linear time.
 */
export class ExtensionReader {
  readonly #source: string;
  /** For each tag, the next closing tag at or after `from`; `null` once none is ahead. */
  readonly #closing = new Map<string, { tag: Span; from: number } | null>();
  /** For each tag, the next opening `at` or after `from`. */
  readonly #openings = new Map<string, { at: number; from: number }>();
  /** The last `>` that was found; the length of the source once none is ahead. */
  #bracket = -1;

  constructor(source: string) {
    this.#source = source;
  }

  /** The extension tag that begins at the `<` at `at`; `null` if none does or it is never closed. */
  read(at: number): ExtensionNode | null {
    OPENING.lastIndex = at;
    const match = OPENING.exec(this.#source);
    if (!match) return null;
    const name = (match[1] as string).toLowerCase();
    const start = OPENING.lastIndex;
    const bracket = this.#findBracket(start);
    if (bracket === this.#source.length) return null;
    const open = bracket + 1;
    if (this.#source[bracket - 1] === "/") {
      const attributes = { start, end: bracket - 1 };
      return { type: "extension", name, attributes, inner: { start: open, end: open }, start: at, end: open };
    }
    const attributes = { start, end: bracket };
    const closer = this.#findClosing(name, open);
    if (!closer || this.#isMention(name, attributes, closer.start)) return null;
    return {
      type: "extension",
      name,
      attributes,
      inner: { start: open, end: closer.start },
      start: at,
      end: closer.end,
    };
  }

  /** Where the first `>` at or after `from` is; the length of the source without one. */
  #findBracket(from: number): number {
    if (this.#bracket < from) {
      const found = this.#source.indexOf(">", from);
      this.#bracket = found === -1 ? this.#source.length : found;
    }
    return this.#bracket;
  }

  #findClosing(name: string, from: number): Span | null {
    const known = this.#closing.get(name);
    if (known === null) return null;
    if (known && known.from <= from && from <= known.tag.start) return known.tag;
    const pattern = new RegExp(`</${name}\\s*>`, "gi");
    pattern.lastIndex = from;
    const match = pattern.exec(this.#source);
    const tag = match && { start: match.index, end: pattern.lastIndex };
    this.#closing.set(name, tag && { tag, from });
    return tag;
  }

  /** Where the next opening tag of this name begins, at or after `from`. */
  #findOpening(name: string, from: number): number {
    const known = this.#openings.get(name);
    if (known && known.from <= from && from <= known.at) return known.at;
    const pattern = new RegExp(`<${name}(?=[\\s/>])`, "gi");
    pattern.lastIndex = from;
    const at = pattern.exec(this.#source)?.index ?? this.#source.length;
    this.#openings.set(name, { at, from });
    return at;
  }

  /**
   * Whether `<source>` is HTML's element, mentioned in text: it has that element's attributes, or none and another sample
   * begins before the tag that would close it. As a sample it would swallow the page up to there.
   */
  #isMention(name: string, { start, end }: Span, closer: number): boolean {
    if (name !== "source") return false;
    const attributes = this.#source.slice(start, Math.min(end, start + LONGEST_ATTRIBUTES));
    if (/\b(?:src|srcset|media)\s*=/i.test(attributes)) return true;
    if (/\blang\s*=/i.test(attributes)) return false;
    return this.#findOpening("source", end + 1) < closer || this.#findOpening("syntaxhighlight", end + 1) < closer;
  }
}
