import { INLINE_TAGS, WIKITEXT_TAGS } from "./tag-names.ts";

/** `[[target]]`, `[[target|label]]`, the innermost only. A label may have single brackets, `[[a|b[0]]]` too. */
export const INTERNAL_LINK =
  /\[\[(?!\s*(?:https?|ftp):)([^[\]{}|\n<>]+)((?:\|(?:[^[\]]|\[(?!\[)|\](?!\])|\](?=\]\]))*)?)\]\]/gi;
const EXTERNAL_LINK = /\[((?:(?:https?|ftp):\/\/|mailto:|\/\/(?=\w))[^\s\]<>"[|]+)[ \t|]*([^\]\n]*)\]/gi;
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:[\s/][^<>]*)?)>/gi;
/** Addresses of the old wiki, which no longer exist; the importer may replace them. */
const OLD_WIKI = /^(?:https?:)?\/\/(?:docs|www)\.webplatform\.org\//i;
/** Options of a file link, which are not its caption. */
const IMAGE_OPTION =
  /^\s*(?:thumb(?:nail)?|frame(?:d|less)?|border|left|right|center|none|upright(?:=.*)?|(?:\d+)?(?:x\d+)?px|(?:link|class|lang|page)=.*|baseline|middle|top|bottom|sub|super|text-top|text-bottom)?\s*$/i;
const ATTRIBUTES = String.raw`(?:\s*[a-z][\w-]*\s*=\s*(?:"[^"\n]*"|'[^'\n]*'|[^\s|"'{}]+)"?)+\s*`;
const CELL_ATTRIBUTES = new RegExp(String.raw`(^[ \t:]*[|!]|\|\||!!|^[ \t]*\|\+)${ATTRIBUTES}\|(?![|+}-])`, "gim");
const ROW = /^[ \t:*#]*(?:\{\||\|-).*$/gm;
/** Row groups, which in a table may be markup or, as in MediaWiki, text; elsewhere they are text. */
const HTML_TABLE = /<table[\s>][\s\S]*?<\/table\s*>/gi;
const TABLE_GROUP = /<\/?(?:thead|tbody|tfoot|colgroup|col)(?:\s[^<>]*)?>/gi;
const QUOTES = /'{2,}/g;
const SWITCH = /__(?:NOTOC|TOC|FORCETOC|NOEDITSECTION|NOINDEX|INDEX|NEWSECTIONLINK)__/g;

/**
 * Removes the markup of wikitext without templates and opaque elements. `gap` is put where text is moved or stands for
 * itself; addresses behind labels are added to `addresses`.
 */
export function replaceMarkup(text: string, gap: string, addresses: string[]): string {
  let plain = replaceTables(text).replace(SWITCH, "");
  // Captions of images have links in them: the innermost go first.
  for (let before = ""; before !== plain; ) {
    before = plain;
    plain = plain.replace(INTERNAL_LINK, (_, target: string, label: string) => showLink(target, label, gap, addresses));
  }
  plain = plain.replace(EXTERNAL_LINK, (_, address: string, label: string) => {
    if (!OLD_WIKI.test(address)) addresses.push(address);
    // Without a label the importer may show the address or a number: the address in the link is what counts.
    return label.trim() === "" ? gap : label;
  });
  return plain
    .replace(HTML_TABLE, (table) => table.replace(TABLE_GROUP, ""))
    .replace(TAG, (tag, _slash: string, name: string) => {
      // A tag that wikitext does not allow is text, with all of its words.
      if (!WIKITEXT_TAGS.has(name.toLowerCase())) return tag;
      return INLINE_TAGS.has(name.toLowerCase()) ? "" : " ";
    })
    .replace(QUOTES, dropQuotes);
}

/** The apostrophes of a run of quotes: one of four, and all over five. */
const dropQuotes = (run: string) => "'".repeat(run.length === 4 ? 1 : Math.max(0, run.length - 5));

/** Removes the attributes of tables, rows and cells; only between `{|` and `|}`, as `|` at the start of a line is text elsewhere. */
function replaceTables(text: string): string {
  if (!text.includes("{|")) return text;
  const end = text.lastIndexOf("\n|}");
  const start = text.indexOf("{|");
  const to = end > start ? end : text.length;
  const table = text.slice(start, to).replace(ROW, "").replace(CELL_ATTRIBUTES, "$1 ");
  return text.slice(0, start) + table + text.slice(to);
}

function showLink(target: string, label: string, gap: string, addresses: string[]): string {
  const [, namespace = "", name = ""] = /^\s*(\w+)\s*:(?!:)(.*)$/s.exec(target) ?? [];
  if (/^(image|file)$/i.test(namespace)) {
    const captions = label.split("|").filter((part) => !IMAGE_OPTION.test(part));
    addresses.push(name);
    return `${captions.map((caption) => gap + caption.replace(/^\s*alt\s*=/i, "")).join("")}${gap}`;
  }
  // Categories are moved to the page's end or into a field: the name counts, the sort key does not.
  if (/^category$/i.test(namespace)) return gap + name + gap;
  const shown = label.slice(1).trim();
  // `[[a|]]` is the "pipe trick": the label is the target.
  // Before the text around it comes near: `[[a|'''b''']]'s` has three quotes and an apostrophe, not four quotes.
  return shown === "" ? target.replace(/^\s*[:#]/, "") : label.slice(1).replace(QUOTES, dropQuotes);
}
