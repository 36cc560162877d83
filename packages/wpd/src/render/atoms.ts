import type { HtmlBuilder } from "./html-builder.ts";

/** A piece that is read and waits to be rendered: a link, code, a nested template. */
export interface Atom {
  /** Whether the atom ends a paragraph. */
  isBlock: boolean;
  render(out: HtmlBuilder): void;
}

/** Wikitext without templates, comments and extension tags; a mark stands for each atom. */
export interface Expanded {
  text: string;
  atoms: Atom[];
}

/** DEL, as in MediaWiki's own strip markers: no page needs it. */
const MARK = "\u007f";

/** Matches the mark of an atom; the group is the atom's index. */
export const ATOM_MARK: RegExp = /\u007f(\d+)\u007f/;

/** Adds an atom; returns the mark to put into the text. */
export function addAtom(atoms: Atom[], atom: Atom): string {
  atoms.push(atom);
  return `${MARK}${atoms.length - 1}${MARK}`;
}

/** Replaces the character that marks are made of. */
export const withoutMarks = (text: string): string => (text.includes(MARK) ? text.replaceAll(MARK, "\ufffd") : text);
