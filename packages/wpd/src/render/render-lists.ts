import type { Atom } from "./atoms.ts";
import type { HtmlBuilder } from "./html-builder.ts";
import { renderInline } from "./render-inline.ts";

const LIST = { "*": "ul", "#": "ol", ":": "dl", ";": "dl" } as const;
const ITEM = { "*": "li", "#": "li", ":": "dd", ";": "dt" } as const;
type Marker = keyof typeof LIST;
/** Nobody nests lists deeper than this on purpose. */
const MAX_LIST_DEPTH = 12;

/** An open list. */
interface OpenList {
  /** The number of elements that were open before it. */
  depth: number;
  marker: Marker;
}

/** Turns lines that begin with `*`, `#`, `:` or `;` into nested lists; one renderer for a page or a table cell. */
export class ListRenderer {
  readonly #atoms: Atom[];
  readonly #out: HtmlBuilder;
  #open: OpenList[] = [];

  constructor(atoms: Atom[], out: HtmlBuilder) {
    this.#atoms = atoms;
    this.#out = out;
  }

  /** Renders a line that belongs to a list; for any other it ends the open lists and returns `false`. */
  line(source: string): boolean {
    const prefix = /^[*#:;]+/.exec(source)?.[0];
    if (!prefix) {
      this.end();
      return false;
    }
    const markers = [...prefix.slice(0, MAX_LIST_DEPTH)] as Marker[];
    this.#out.endParagraph();
    this.#enter(markers);
    const text = source.slice(prefix.length).trim();
    const colon = markers.at(-1) === ";" ? definitionAt(text) : -1;
    renderInline(colon === -1 ? text : text.slice(0, colon).trim(), this.#atoms, this.#out);
    if (colon !== -1) {
      this.#openItem(":");
      renderInline(text.slice(colon + 1).trim(), this.#atoms, this.#out);
    }
    return true;
  }

  /** Ends the lists that are open. */
  end(): void {
    this.#endFrom(0);
  }

  /** Opens an item in the lists that the markers name, the outermost first; lists that the line before had open go on. */
  #enter(markers: Marker[]): void {
    const common = this.#countCommon(markers);
    this.#endFrom(common);
    if (common === markers.length) this.#openItem(markers.at(-1) as Marker);
    for (const marker of markers.slice(common)) {
      this.#open.push({ depth: this.#out.depth, marker });
      this.#out.open(LIST[marker]);
      this.#openItem(marker);
    }
  }

  /** The number of open lists, from the outermost, of the types that the markers name. */
  #countCommon(markers: readonly Marker[]): number {
    const different = this.#open.findIndex(({ marker }, index) => {
      const other = markers[index];
      return other === undefined || LIST[marker] !== LIST[other];
    });
    return different === -1 ? this.#open.length : different;
  }

  /** Ends the open lists from this place on. */
  #endFrom(place: number): void {
    const first = this.#open[place];
    if (first) this.#out.closeTo(Math.min(first.depth, this.#out.depth));
    this.#open.length = Math.min(place, this.#open.length);
  }

  #openItem(marker: Marker): void {
    const list = this.#open.at(-1);
    if (list) list.marker = marker;
    this.#out.open(ITEM[marker]);
  }
}

/** Where the colon stands between a term and its definition on one line; -1 without one. */
function definitionAt(text: string): number {
  const match = /:(?!\/\/)(?=\s|\u007f|$)/.exec(text);
  return match ? match.index : -1;
}
