import { ATOM_MARK, type Atom, type Expanded } from "./atoms.ts";
import type { HtmlBuilder } from "./html-builder.ts";
import { readHtmlTag, toProperties } from "./html-tags.ts";
import { joinLines } from "./join-lines.ts";
import { renderInline } from "./render-inline.ts";
import { ListRenderer } from "./render-lists.ts";

/** A `{| … |}` that is open. */
interface OpenTable {
  /** The number of elements that were open before it. */
  depth: number;
  /** The lists around it. */
  lists: ListRenderer;
}

const HEADING = /^(={1,6})(.+?)(={1,6})\s*$/;
/** Tables nested deeper hold no data, and are shown as text. */
const MAX_TABLE_DEPTH = 10;
/** A line that begins with a space is code for MediaWiki; a long one is prose that was indented by accident. */
const LONGEST_CODE_LINE = 160;

/** Renders wikitext of any number of lines: headings, lists, tables, preformatted lines, paragraphs. */
export function renderBlocks({ text, atoms }: Expanded, out: HtmlBuilder): void {
  const depth = out.depth;
  const renderer = new BlockRenderer(atoms, out);
  for (const line of joinBrokenTags(text).split("\n")) renderer.line(line);
  renderer.end();
  out.closeTo(depth);
}

class BlockRenderer {
  readonly #atoms: Atom[];
  readonly #out: HtmlBuilder;
  readonly #tables: OpenTable[] = [];
  #lists: ListRenderer;
  /** The preformatted lines that are not rendered yet. */
  #preformatted: string[] = [];

  constructor(atoms: Atom[], out: HtmlBuilder) {
    this.#atoms = atoms;
    this.#out = out;
    this.#lists = new ListRenderer(atoms, out);
  }

  line(source: string): void {
    if (this.#tables.length > 0 && this.#tableLine(source)) return;
    if (this.#isPreformatted(source)) {
      this.#lists.end();
      this.#preformatted.push(source.slice(1));
      return;
    }
    this.#endPreformatted();
    const table = /^[\s:]*\{\|(.*)$/.exec(source);
    const heading = HEADING.exec(source);
    if (table && this.#tables.length < MAX_TABLE_DEPTH) this.#openTable(table[1] as string);
    else if (heading) this.#heading(heading);
    else if (/^-{4,}/.test(source)) this.#rule(source);
    // The end of a table that has no beginning.
    else if (/^\s*\|\}/.test(source)) this.#paragraphLine(source.replace(/^\s*\|\}/, ""));
    else if (!this.#lists.line(source)) this.#paragraphLine(source);
  }

  /** Ends preformatted lines and lists; elements stay open. */
  end(): void {
    this.#endPreformatted();
    this.#lists.end();
  }

  /** Reads a line as part of the open table; `false` where it is content of its last cell. */
  #tableLine(source: string): boolean {
    const text = source.trimStart();
    if (text.startsWith("|}")) this.#closeTable(text.slice(2));
    else if (text.startsWith("|-")) this.#row(text.replace(/^\|-+/, ""));
    else if (text.startsWith("|+")) this.#cells("caption", text.slice(2));
    else if (text.startsWith("|")) this.#cells("td", text.slice(1));
    else if (text.startsWith("!")) this.#cells("th", text.slice(1));
    else return false;
    return true;
  }

  #openTable(attributes: string): void {
    this.#lists.end();
    this.#out.endParagraph();
    this.#tables.push({ depth: this.#out.depth, lists: this.#lists });
    this.#out.open("table", toProperties("table", attributes));
    this.#lists = new ListRenderer(this.#atoms, this.#out);
  }

  #closeTable(rest: string): void {
    const { depth, lists } = this.#tables.pop() as OpenTable;
    this.#lists.end();
    this.#out.closeTo(depth);
    this.#lists = lists;
    if (rest.trim()) this.#paragraphLine(rest);
  }

  #row(attributes: string): void {
    this.#lists.end();
    this.#out.open("tr", toProperties("tr", attributes));
  }

  #cells(tagName: "td" | "th" | "caption", text: string): void {
    for (const cell of text.split(tagName === "th" ? /\|\||!!/ : "||")) {
      this.#lists.end();
      const pipe = cell.indexOf("|");
      // `title="x" | text`; text before a pipe without an equals sign is text as well.
      const hasAttributes = pipe !== -1 && /^\s*(?:[a-z][\w:-]*\s*=[^[\]{}\u007f]*)?$/i.test(cell.slice(0, pipe));
      this.#out.open(tagName, toProperties(tagName, hasAttributes ? cell.slice(0, pipe) : ""));
      const content = (hasAttributes ? cell.slice(pipe + 1) : cell).trim();
      if (content) this.#paragraphLine(content);
    }
  }

  #isPreformatted(source: string): boolean {
    return (
      /^ [^\S\n]*[^\s{|]/.test(source) &&
      source.length < LONGEST_CODE_LINE &&
      !this.#hasBlockAtom(source) &&
      !startsTag(source)
    );
  }

  #endPreformatted(): void {
    if (this.#preformatted.length === 0) return;
    this.#out.open("pre");
    for (const [index, line] of this.#preformatted.entries()) {
      if (index > 0) this.#out.text("\n");
      renderInline(line, this.#atoms, this.#out);
    }
    this.#out.close("pre");
    this.#preformatted = [];
  }

  #rule(source: string): void {
    this.#lists.end();
    this.#out.open("hr");
    this.#paragraphLine(source.replace(/^-+/, ""));
  }

  #heading([, left = "", inner = "", right = ""]: string[]): void {
    this.#lists.end();
    this.#out.endParagraph();
    const level = Math.min(left.length, right.length);
    const { depth } = this.#out;
    // One `=` is the page's own title, which stands outside.
    this.#out.open(`h${Math.max(2, level)}`);
    renderInline(left.slice(level) + inner.trim() + right.slice(level), this.#atoms, this.#out);
    this.#out.closeTo(depth);
  }

  #paragraphLine(source: string): void {
    const text = source.trim();
    if (text === "") {
      this.#out.endParagraph();
      return;
    }
    this.#out.text("\n");
    renderInline(text, this.#atoms, this.#out);
  }

  /** Whether the first atom of a line ends a paragraph. */
  #hasBlockAtom(source: string): boolean {
    const mark = ATOM_MARK.exec(source);
    return mark !== null && this.#atoms[Number(mark[1])]?.isBlock === true;
  }
}

const startsTag = (line: string) => /^\s*<\/?(?:p|div|ul|ol|li|dl|dt|dd|table|t[rhd]|h[1-6]|blockquote)\b/i.test(line);

/** Joins the lines of each tag that is broken over several, as each line is rendered on its own. */
function joinBrokenTags(text: string): string {
  return text.replace(/<\/?[a-zA-Z][^<>\u007f]*>/g, (tag) =>
    tag.includes("\n") && readHtmlTag(tag) ? joinLines(tag) : tag,
  );
}
