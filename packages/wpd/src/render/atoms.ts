import type { HtmlBuilder } from "./html-builder.ts";

/** Something that is already understood and only waits to be put into HTML: a link, code, a nested template. */
export interface Atom {
  /** Whether it ends a paragraph. */
  isBlock: boolean;
  render(out: HtmlBuilder): void;
}

/** Wikitext without templates, comments and extension tags; an atom stands in it as a mark. */
export interface Expanded {
  text: string;
  atoms: Atom[];
}

/** DEL, as in MediaWiki's own strip markers: no page has a use for it. */
const MARK = "\u007f";

/** Finds the marks of atoms; the group is the atom's index. */
export const ATOM_MARK: RegExp = /\u007f(\d+)\u007f/;

/** Adds an atom and gives the mark to put into the text. */
export function addAtom(atoms: Atom[], atom: Atom): string {
  atoms.push(atom);
  return `${MARK}${atoms.length - 1}${MARK}`;
}

/** The text with no character in it that a mark is made of. */
export const withoutMarks = (text: string): string => (text.includes(MARK) ? text.replaceAll(MARK, "\ufffd") : text);
