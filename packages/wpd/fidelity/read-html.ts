import { decodeHTML, decodeHTMLAttribute } from "entities";
import { INLINE_TAGS, VOID_TAGS } from "./tag-names.ts";

/** A tag of a record's HTML. */
export interface HtmlTag {
  name: string;
  isClosing: boolean;
  /** Names in lower case, values decoded. */
  attributes: [name: string, value: string][];
}

/** A link, or the mark of a missing page. */
export interface HtmlLink {
  /** `null` for one marked as a missing page. */
  href: string | null;
  text: string;
}

/** HTML, read without a browser: its text, tags and links. */
export interface ReadHtml {
  text: string;
  /** The text outside `pre` and `code`. */
  prose: string;
  /** The texts of its `pre` elements. */
  samples: string[];
  tags: HtmlTag[];
  links: HtmlLink[];
  /** The names of closing tags without an opening one, and of unclosed elements. */
  unbalanced: string[];
}

const TAG = /<(\/?)([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>|<!--[\s\S]*?-->/gi;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
const isMissing = ({ attributes }: HtmlTag) =>
  attributes.some(([name, value]) => name === "class" && /(^|\s)missing-page(\s|$)/.test(value));

/** Reads a piece of HTML. */
export function readHtml(html: string): ReadHtml {
  const read: ReadHtml = { text: "", prose: "", samples: [], tags: [], links: [], unbalanced: [] };
  const open: { tag: HtmlTag; from: number }[] = [];
  let at = 0;
  let codeDepth = 0;
  const show = (text: string) => {
    read.text += text;
    read.prose += codeDepth > 0 ? " " : text;
  };
  for (const match of html.matchAll(TAG)) {
    show(decodeHTML(html.slice(at, match.index)));
    at = match.index + match[0].length;
    if (!match[2]) continue;
    const tag: HtmlTag = { name: match[2].toLowerCase(), isClosing: match[1] === "/", attributes: [] };
    if (!tag.isClosing) tag.attributes = readAttributes(match[3] ?? "");
    read.tags.push(tag);
    if (!INLINE_TAGS.has(tag.name)) show(" ");
    if (VOID_TAGS.has(tag.name)) continue;
    const step = tag.name === "pre" || tag.name === "code" ? 1 : 0;
    if (!tag.isClosing) {
      open.push({ tag, from: read.text.length });
      codeDepth += step;
      // An HTML parser drops a line break right after `<pre>`.
      if (tag.name === "pre" && html[at] === "\n") at++;
    } else if (open.at(-1)?.tag.name !== tag.name) read.unbalanced.push(tag.name);
    else {
      codeDepth -= step;
      const { tag: opening, from } = open.pop() as (typeof open)[number];
      close(read, opening, read.text.slice(from, read.text.length - (INLINE_TAGS.has(tag.name) ? 0 : 1)));
    }
  }
  show(decodeHTML(html.slice(at)));
  read.unbalanced.push(...open.map(({ tag }) => tag.name));
  return read;
}

function close(read: ReadHtml, tag: HtmlTag, text: string): void {
  if (tag.name === "pre") read.samples.push(text);
  const href = tag.attributes.find(([name]) => name === "href")?.[1];
  if (isMissing(tag)) read.links.push({ href: null, text });
  else if (tag.name === "a" && href !== undefined) read.links.push({ href, text });
}

function readAttributes(text: string): HtmlTag["attributes"] {
  return Array.from(text.matchAll(ATTRIBUTE), ([, name = "", double, single, bare]) => [
    name.toLowerCase(),
    decodeHTMLAttribute(double ?? single ?? bare ?? ""),
  ]);
}
