import { decodeHTMLStrict } from "entities";

const OUTER = /^\s*<(syntaxhighlight|source|pre)\b([^>]*)>(.*)<\/\1\s*>\s*$/is;
const ENCODED = /\{\{\s*(!|=)\s*\}\}|<\/?nowiki\s*\/?>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]*);/gi;

/**
 * A sample's text in its canonical form: the outer tag removed; `{{!}}`, `{{=}}`, `nowiki` and entities decoded, once;
 * one leading and one trailing line break dropped. Everything else, comments and white space too, stays as it is.
 */
export function toCode(wikitext: string): string {
  const [, tag = "", , inner] = OUTER.exec(wikitext) ?? [];
  return toInnerCode(inner !== undefined && isBalanced(inner, tag) ? inner : wikitext);
}

/** Whether the first and the last tag are a pair: in `<pre>a</pre> and <pre>b</pre>` they are not. */
function isBalanced(inner: string, tag: string): boolean {
  let depth = 0;
  for (const [, slash] of inner.matchAll(new RegExp(`<(/?)${tag}\\b`, "gi"))) {
    depth += slash ? -1 : 1;
    if (depth < 0) return false;
  }
  return true;
}

/** The canonical form of the text inside the outer tag. */
export function toInnerCode(inner: string): string {
  return decodeCode(inner)
    .replace(/^\r?\n/, "")
    .replace(/\r?\n$/, "");
}

/** The language in the attributes of the outer tag; `null` without one. */
export function readCodeLanguage(attributes: string): string | null {
  return /\blang\s*=\s*["']?([\w+#-]+)/i.exec(attributes)?.[1]?.toLowerCase() ?? null;
}

function decodeCode(text: string): string {
  return text.replace(ENCODED, (encoded, magic: string | undefined) => {
    if (magic === "!") return "|";
    if (magic === "=") return "=";
    return encoded.startsWith("<") ? "" : decodeHTMLStrict(encoded);
  });
}
