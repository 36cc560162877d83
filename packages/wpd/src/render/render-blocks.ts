import type { Expanded } from "./atoms.ts";
import { ATOM_MARK } from "./atoms.ts";
import type { HtmlBuilder } from "./html-builder.ts";
import { readHtmlTag, toProperties } from "./html-tags.ts";
import { joinLines } from "./join-lines.ts";
import { renderInline } from "./render-inline.ts";
import { createListRenderer, type ListRenderer } from "./render-lists.ts";

/** A `{| … |}` that is open. */
interface OpenTable {
  /** How many elements were open before it. */
  depth: number;
  lists: ListRenderer;
}

const HEADING = /^(={1,6})(.+?)(={1,6})\s*$/;
/** Tables that deep hold no data any more; deeper ones are shown as their text. */
const MAX_TABLE_DEPTH = 10;
/** A line that begins with a space is code for MediaWiki; a long one is prose that was indented by accident. */
const LONGEST_CODE_LINE = 160;

/** Puts wikitext of any number of lines into the builder: headings, lists, tables, preformatted lines, paragraphs. */
export function renderBlocks({ text, atoms }: Expanded, out: HtmlBuilder): void {
  const lines = joinBrokenTags(text).split("\n");
  const tables: OpenTable[] = [];
  let lists = createListRenderer(atoms, out);
  let preformatted: string[] = [];

  const endPreformatted = () => {
    if (preformatted.length === 0) return;
    out.open("pre");
    preformatted.forEach((line, index) => {
      if (index > 0) out.text("\n");
      renderInline(line, atoms, out);
    });
    out.close("pre");
    preformatted = [];
  };

  const table = {
    open(attributes: string) {
      lists.end();
      out.endParagraph();
      tables.push({ depth: out.depth(), lists });
      out.open("table", toProperties("table", attributes));
      lists = createListRenderer(atoms, out);
    },
    close(rest: string) {
      const open = tables.pop() as OpenTable;
      lists.end();
      out.closeTo(open.depth);
      lists = open.lists;
      if (rest.trim()) paragraphLine(rest);
    },
    row(attributes: string) {
      lists.end();
      out.open("tr", toProperties("tr", attributes));
    },
    cells(tagName: "td" | "th" | "caption", text: string) {
      for (const cell of text.split(tagName === "th" ? /\|\||!!/ : "||")) {
        lists.end();
        const pipe = cell.indexOf("|");
        // `title="x" | text`; without an equals sign what stands before the pipe is text as well.
        const isAttributes = pipe !== -1 && /^\s*(?:[a-z][\w:-]*\s*=[^[\]{}\u007f]*)?$/i.test(cell.slice(0, pipe));
        out.open(tagName, toProperties(tagName, isAttributes ? cell.slice(0, pipe) : ""));
        const content = (isAttributes ? cell.slice(pipe + 1) : cell).trim();
        if (content) paragraphLine(content);
      }
    },
  };

  /** Reads a line as part of the open table; `false` where it is content of its last cell. */
  function tableLine(source: string): boolean {
    const text = source.trimStart();
    if (text.startsWith("|}")) table.close(text.slice(2));
    else if (text.startsWith("|-")) table.row(text.replace(/^\|-+/, ""));
    else if (text.startsWith("|+")) table.cells("caption", text.slice(2));
    else if (text.startsWith("|")) table.cells("td", text.slice(1));
    else if (text.startsWith("!")) table.cells("th", text.slice(1));
    else return false;
    return true;
  }

  function line(source: string): void {
    if (tables.length > 0 && tableLine(source)) return;
    if (isPreformatted(source)) {
      lists.end();
      preformatted.push(source.slice(1));
      return;
    }
    endPreformatted();
    const opening = /^[\s:]*\{\|(.*)$/.exec(source);
    const heading = HEADING.exec(source);
    if (opening && tables.length < MAX_TABLE_DEPTH) table.open(opening[1] as string);
    else if (heading) renderHeading(heading);
    else if (/^-{4,}/.test(source)) renderRule(source);
    // The end of a table that has no beginning.
    else if (/^\s*\|\}/.test(source)) paragraphLine(source.replace(/^\s*\|\}/, ""));
    else if (!lists.line(source)) paragraphLine(source);
  }

  const isPreformatted = (source: string) =>
    /^ [^\S\n]*[^\s{|]/.test(source) && source.length < LONGEST_CODE_LINE && !isBlockAtom(source) && !startsTag(source);

  function renderRule(source: string): void {
    lists.end();
    out.open("hr");
    paragraphLine(source.replace(/^-+/, ""));
  }

  function renderHeading([, left = "", inner = "", right = ""]: string[]): void {
    lists.end();
    out.endParagraph();
    const level = Math.min(left.length, right.length);
    const depth = out.depth();
    // One `=` is the page's own title, which stands outside.
    out.open(`h${Math.max(2, level)}`);
    renderInline(left.slice(level) + inner.trim() + right.slice(level), atoms, out);
    out.closeTo(depth);
  }

  function paragraphLine(source: string): void {
    const text = source.trim();
    if (text === "") {
      out.endParagraph();
      return;
    }
    out.text("\n");
    renderInline(text, atoms, out);
  }

  const depth = out.depth();
  for (const source of lines) line(source);
  endPreformatted();
  lists.end();
  out.closeTo(depth);

  function isBlockAtom(source: string): boolean {
    const mark = ATOM_MARK.exec(source);
    return mark !== null && atoms[Number(mark[1])]?.isBlock === true;
  }
}

const startsTag = (line: string) => /^\s*<\/?(?:p|div|ul|ol|li|dl|dt|dd|table|t[rhd]|h[1-6]|blockquote)\b/i.test(line);

/** A tag may go over several lines; each line is read on its own, so they are joined. */
function joinBrokenTags(text: string): string {
  return text.replace(/<\/?[a-zA-Z][^<>\u007f]*>/g, (tag) =>
    tag.includes("\n") && readHtmlTag(tag) ? joinLines(tag) : tag,
  );
}
