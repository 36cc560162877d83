/**
 * The HTML elements that MediaWiki allows in wikitext (https://www.mediawiki.org/wiki/Help:Formatting), each with the
 * element written for it: elements that HTML has since dropped become their successors. Any other tag is text about HTML.
 */
export const ELEMENTS: Readonly<Record<string, string>> = {
  abbr: "abbr",
  b: "b",
  bdi: "bdi",
  bdo: "bdo",
  big: "span",
  blockquote: "blockquote",
  br: "br",
  caption: "caption",
  center: "div",
  cite: "cite",
  code: "code",
  data: "data",
  dd: "dd",
  del: "del",
  dfn: "dfn",
  div: "div",
  dl: "dl",
  dt: "dt",
  em: "em",
  font: "span",
  h1: "h2",
  h2: "h2",
  h3: "h3",
  h4: "h4",
  h5: "h5",
  h6: "h6",
  hr: "hr",
  i: "i",
  ins: "ins",
  kbd: "kbd",
  li: "li",
  mark: "mark",
  ol: "ol",
  p: "p",
  q: "q",
  rb: "rb",
  rp: "rp",
  rt: "rt",
  rtc: "rtc",
  ruby: "ruby",
  s: "s",
  samp: "samp",
  small: "small",
  span: "span",
  strike: "s",
  strong: "strong",
  sub: "sub",
  sup: "sup",
  table: "table",
  td: "td",
  th: "th",
  time: "time",
  tr: "tr",
  tt: "code",
  u: "u",
  ul: "ul",
  var: "var",
  wbr: "wbr",
};

/** Elements without content. */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(["br", "hr", "wbr"]);

/** Elements that end a paragraph. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  "blockquote caption dd div dl dt h2 h3 h4 h5 h6 hr li ol p pre table td th tr ul".split(" "),
);

/** Elements whose direct text belongs in a paragraph; `""` is the root. */
export const PARAGRAPH_PARENTS: ReadonlySet<string> = new Set(["", "blockquote", "div"]);

/** Elements with a fixed set of children; text between the children is not allowed. */
export const STRUCTURE: Readonly<Record<string, readonly string[]>> = {
  dl: ["dt", "dd"],
  ol: ["li"],
  table: ["caption", "tr"],
  tr: ["td", "th"],
  ul: ["li"],
};

/** The attributes that are kept, by element; `*` is any element. */
export const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  "*": ["title", "lang", "dir"],
  data: ["value"],
  ol: ["start"],
  time: ["dateTime"],
  td: ["colSpan", "rowSpan"],
  th: ["colSpan", "rowSpan", "scope"],
};
