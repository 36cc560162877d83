import { decodeHTMLStrict } from "entities";
import { accuse, type CorpusPage, createMeasure, type Measure } from "./corpus-page.ts";
import { WIKITEXT_TAGS } from "./tag-names.ts";

const MARKUP = /\{\{|\}\}|\[\[|\]\]|'''|\{\||\|\}|<\/?([a-z][a-z0-9]*)(?:\s[^<>]*)?\/?>/gi;
const ENTITY = /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/i;

/**
 * Checks whether the page shows wikitext outside `pre` and `code`: brackets, quotes, tags that are markup in wikitext. Those
 * that the source itself makes literal are subtracted, see {@link countLiterals}.
 */
export function measureLeftovers(page: CorpusPage): Measure {
  const measure = { ...createMeasure(), total: 1 };
  const visible = [...page.record.html.map(({ prose }) => prose), ...page.record.plain].join("\n");
  const literals = countLiterals(page);
  const found: string[] = [];
  for (const [token, number] of countTokens(visible)) {
    const extra = number - (literals.get(token) ?? 0);
    if (extra > 0) found.push(`${extra} × ${token}`);
  }
  if (found.length === 0) measure.good = 1;
  else accuse(measure, page, firstPlace(page, found[0] as string), `visible: ${found.join(", ")}`, found.length);
  return measure;
}

/** Whether a tag is markup. `<source>` may also be the HTML element, but that has no closing tag. */
const isMarkup = (tag: string, name: string) => WIKITEXT_TAGS.has(name) || (name === "source" && tag.startsWith("</"));

/** Counts brackets, quotes, and tags without their attributes. */
function countTokens(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [token, name] of text.matchAll(MARKUP)) {
    if (name && !isMarkup(token, name.toLowerCase())) continue;
    const key = name ? `<${token[1] === "/" ? "/" : ""}${name.toLowerCase()}>` : token;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/**
 * Counts the markup that is literal in the source:
 * - the content of `nowiki`, and what is spelt with entities or `{{!}}`/`{{=}}`;
 * - brackets that cannot be markup, as MediaWiki too shows them: those that stand in no pair, as in `[[1,2],[3,4]]` and
 *   `a[b[0]]`, or in a pair over something that no title can have; `{|` and `|}` within a line.
 * Quotes and tags are never excused that way: MediaWiki lets none of them be seen, and a stray `</pre>` is what the wiki's
 * own conversion left.
 */
function countLiterals({ scanned }: CorpusPage): Map<string, number> {
  const { source, opaque, templates } = scanned;
  const pieces: string[] = [];
  let prose = "";
  let at = 0;
  for (const { name, start, from, to, end } of opaque) {
    prose += source.slice(at, start);
    if (name === "nowiki") pieces.push(decodeHTMLStrict(source.slice(from, to)));
    at = end;
  }
  prose += source.slice(at);
  // A tag or bracket that becomes one only when its entities are decoded.
  for (const [stretch] of prose.matchAll(/[^\s]*&[#\w]+;[^\n]*/g))
    if (ENTITY.test(stretch)) pieces.push(toSpelt(stretch));
  const braces = templates.length;
  pieces.push(
    "{{ ".repeat(Math.max(0, tally(prose, /\{\{/g) - braces)),
    "}} ".repeat(Math.max(0, tally(prose, /\}\}/g) - braces)),
  );
  const links = tally(prose, /\[\[[^[\]{}\n<>|]+(?:\|[^[\]]*(?:\[[^[\]]*\][^[\]]*)*)?\]\]/g);
  pieces.push("[[ ".repeat(tally(prose, /\[\[/g) - Math.min(links, tally(prose, /\[\[/g))));
  pieces.push("]] ".repeat(tally(prose, /\]\]/g) - Math.min(links, tally(prose, /\]\]/g))));
  pieces.push(
    "{| ".repeat(tally(prose, /(?<=[^\n\s:=|][ \t]*)\{\|/g)),
    "|} ".repeat(tally(prose, /(?<=[^\n\s][ \t]*)\|\}(?!\})/g)),
  );
  return countTokens(pieces.join("\n"));
}

/** The decoded stretch without its markup, so that only markup spelt with entities is counted. */
const toSpelt = (stretch: string) => decodeHTMLStrict(stretch.replace(MARKUP, " "));

const tally = (text: string, pattern: RegExp) => Array.from(text.matchAll(pattern)).length;

function firstPlace({ scanned }: CorpusPage, found: string): number {
  const token = found.replace(/^\d+ × /, "").replace(/>$/, "");
  return Math.max(0, scanned.source.toLowerCase().indexOf(token));
}
