import { decodeHTMLStrict } from "entities";

const OUTER = /^\s*<(syntaxhighlight|source|pre)(?:\s[^<>]*)?>([\s\S]*)<\/\1\s*>\s*$/i;
const ENCODED = /\{\{\s*!\s*\}\}|\{\{\s*=\s*\}\}|<\/?nowiki\s*\/?>|&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/gi;

/** A `Code` parameter in the canonical form of samples: the outer tag removed, then as {@link toSampleText}. */
export function toCanonicalCode(wikitext: string): string {
  const match = OUTER.exec(wikitext);
  if (!match) return toSampleText(wikitext);
  const [, name = "", inner = ""] = match;
  return toSampleText(isBalanced(inner, name) ? inner : wikitext);
}

/** The content of a sample: encoded characters decoded once, one line break dropped at each end. */
export function toSampleText(content: string): string {
  const decoded = content.replace(ENCODED, (encoded) => {
    if (encoded.startsWith("{")) return encoded.includes("!") ? "|" : "=";
    return encoded.startsWith("<") ? "" : decodeHTMLStrict(encoded);
  });
  return decoded.replace(/^\r?\n/, "").replace(/\r?\n$/, "");
}

/** `<pre>a</pre> and <pre>b</pre>` has no outer tag. */
function isBalanced(inner: string, name: string): boolean {
  let depth = 0;
  for (const [tag] of inner.matchAll(new RegExp(`</?${name}\\b`, "gi"))) {
    depth += tag[1] === "/" ? -1 : 1;
    if (depth < 0) return false;
  }
  return true;
}
