import type { Atom } from "./atoms.ts";
import type { HtmlBuilder } from "./html-builder.ts";
import { renderInline } from "./render-inline.ts";

/** Turns lines that begin with `*`, `#`, `:` or `;` into nested lists. */
export interface ListRenderer {
  /** Takes a line if it is a list's; otherwise ends the lists, unless the line is blank inside HTML, and gives `false`. */
  line(source: string): boolean;
  /** Ends the lists that are open. */
  end(): void;
}

const LIST = { "*": "ul", "#": "ol", ":": "dl", ";": "dl" } as const;
const ITEM = { "*": "li", "#": "li", ":": "dd", ";": "dt" } as const;
type Marker = keyof typeof LIST;
/** Nobody nests lists deeper than this on purpose. */
const MAX_LIST_DEPTH = 12;

/** Makes a renderer for the lists of one page or one table cell. */
export function createListRenderer(atoms: Atom[], out: HtmlBuilder): ListRenderer {
  /** The depth of elements before each open list, and its marker. */
  let open: { depth: number; marker: Marker }[] = [];

  const end = () => {
    const first = open[0];
    if (first) out.closeTo(Math.min(first.depth, out.depth()));
    open = [];
  };
  const sameList = (a: Marker, b: Marker) => LIST[a] === LIST[b];

  function enter(markers: Marker[]): void {
    let common = 0;
    while (common < open.length && common < markers.length) {
      if (!sameList((open[common] as { marker: Marker }).marker, markers[common] as Marker)) break;
      common++;
    }
    const surplus = open[common];
    if (surplus) out.closeTo(Math.min(surplus.depth, out.depth()));
    open = open.slice(0, common);
    if (common === markers.length) {
      item(markers.at(-1) as Marker);
      return;
    }
    for (const marker of markers.slice(common)) {
      open.push({ depth: out.depth(), marker });
      out.open(LIST[marker]);
      item(marker);
    }
  }

  function item(marker: Marker): void {
    const list = open.at(-1);
    if (list) list.marker = marker;
    out.open(ITEM[marker]);
  }

  return {
    end,
    line(source) {
      const prefix = /^[*#:;]+/.exec(source)?.[0];
      if (!prefix) {
        if (open.length > 0) end();
        return false;
      }
      const markers = [...prefix.slice(0, MAX_LIST_DEPTH)] as Marker[];
      out.endParagraph();
      enter(markers);
      const text = source.slice(prefix.length).trim();
      const colon = markers.at(-1) === ";" ? definitionAt(text) : -1;
      renderInline(colon === -1 ? text : text.slice(0, colon).trim(), atoms, out);
      if (colon !== -1) {
        item(":");
        renderInline(text.slice(colon + 1).trim(), atoms, out);
      }
      return true;
    },
  };
}

/** Where the colon stands between a term and its definition on one line; -1 without one. */
function definitionAt(text: string): number {
  const match = /:(?!\/\/)(?=\s|\u007f|$)/.exec(text);
  return match ? match.index : -1;
}
