import { EXTENSION_TAGS } from "../parse/extension-tags.ts";
import { TEMPLATE_RULES } from "../record/template-rules.ts";
import { ELEMENTS } from "../render/html-elements.ts";

/** An input of any size that may take a reader more than linear time. */
export interface NastyInput {
  name: string;
  /** Returns wikitext of about `size` UTF-16 code units. */
  make(size: number): string;
}

/** Marks that begin, separate or end something for the tokenizer or a renderer, beside tags and templates. */
const MARKS = [
  ..."{{ }} {{{ }}} [[ ]] {| |} | || |- |+ ! !! = == ====== ' '' ''' ''''' * # : ; - ---- < > / </ <!-- --> \" & ; ~ ? . , ( ) % \\".split(
    " ",
  ),
  ..."[//a [http://a [mailto:a http://a mailto:a ftp://a //docs.webplatform.org/wiki/ [http://docs.webplatform.org/".split(
    " ",
  ),
  ...[
    "<a",
    "<b ",
    "<b a=",
    '<a"',
    "</b",
    "&amp;",
    "&#",
    "&#x",
    "__TOC__",
    "__NO",
    "#REDIRECT",
    "---\n",
    "File:",
    "Category:",
    "[[:",
  ],
  ...[
    "[[File:a|",
    "[[Category:a",
    "[[a#",
    "[[http://a ",
    "{{!}}",
    "{{=}}",
    "{{:a}}",
    "{{#ask: [[",
    "{{Special:PrefixIndex/",
    '{{a("b")}}',
    '{{a("',
  ],
  ...[
    "a=",
    "Aa=",
    "\nA=",
    "|a=",
    "\n|Aa=",
    "[//a b]",
    "[http://a b]",
    "[[a]]",
    "[[a|b]]",
    "{{a}}",
    "{{a|b}}",
    "{{{a}}}",
    "{{Note|",
  ],
  ..."a a, a; é 1 1. 1, - to and yes ie chrome \u007f 0 \ud800 😀".split(" "),
];

/** White space of every kind that a pattern treats on its own. */
const SPACES = [" ", "\n", "\t", "\r\n", "\n ", "\n\n", "\u00a0", "\ufeff", " \n"];

const TAGS = [...new Set([...EXTENSION_TAGS, ...Object.keys(ELEMENTS), "references"])];
/** One element of each kind; the others are read by the same code. */
const COMMON_TAGS = [...EXTENSION_TAGS, "b", "br", "li", "p", "span", "table", "td", "references"];
const toTagTokens = (tag: string) => [`<${tag}>`, `</${tag}>`, `<${tag} `, `<${tag}/>`, `<${tag}></${tag}>`];

/** The opening of each template with a rule, with its parameters. */
const TEMPLATES = Object.entries(TEMPLATE_RULES).flatMap(([name, { parameters }]) => [
  `{{${name}}}`,
  `{{${name}|`,
  ...(parameters[0] ? [`{{${name}|${parameters[0]}=a}}`, `\n|${parameters.at(-1)}=`] : []),
]);

/** Tokens on their own. */
const TOKENS: readonly string[] = [...new Set([...MARKS, ...SPACES, ...TAGS.flatMap(toTagTokens), ...TEMPLATES])];
/** Tokens for pairs and triples, without those that differ in name alone. */
const COMBINED: readonly string[] = [
  ...new Set([...MARKS, ...SPACES, ...COMMON_TAGS.flatMap(toTagTokens), ...TEMPLATES.slice(0, 8)]),
];

/** The surroundings of an input. */
export const PLACES: Readonly<Record<string, readonly [before: string, after: string]>> = {
  text: ["", ""],
  argument: ["{{Summary_Section|", "}}"],
  "named argument": ["{{Notes_Section\n|Usage=", "\n|Notes=a\n}}"],
  "unknown template": ["{{Mystery|", "}}"],
  "name of a template": ["{{", "}}"],
  "nested arguments": ["{{Mystery|".repeat(40), "}}".repeat(40)],
  "table cell": ["{|\n| ", "\n|}"],
  "attributes of a table": ["{| ", "\n|a\n|}"],
  "list item": ["* ", "\n"],
  term: ["; ", " : a\n"],
  link: ["[[", "]]"],
  label: ["[[a|", "]]"],
  "label of an address": ["[http://a ", "]"],
  picture: ["[[File:a|", "]]"],
  heading: ["== ", " ==\n"],
  "attribute in quotes": ['<span title="', '">a</span>'],
  attributes: ["<span ", ">a</span>"],
  reference: ["<ref>", "</ref>"],
  "code block": ["<pre>", "</pre>"],
  "indented line": [" ", "\n"],
  example: ["{{Examples_Section\n|Examples={{Single Example\n|Code=", "\n}}\n}}"],
  version: ["{{Compatibility_Section\n|Desktop_rows={{Compatibility Table Desktop Row\n|Chrome_version=", "\n}}\n}}"],
  browser: ["{{Compatibility_Section\n|Notes_rows={{Compatibility Notes Row\n|Browser=", "\n}}\n}}"],
  credit: ["{{External_Attribution\n|Sources=a\n|MDN_link=", "\n}}"],
  byline: ["{{Byline\n|Name=a\n|URL=", "\n}}"],
  topics: ["{{Topics|", "}}"],
  query: ["{{#ask: [[", "]]}}"],
};
const PLACE_NAMES = Object.keys(PLACES);

/** Random numbers from 0 to 1 that are the same for the same seed (https://en.wikipedia.org/wiki/Xorshift). */
function createRandom(seed: number): () => number {
  let state = seed || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

const quote = (text: string) => `\`${JSON.stringify(text).slice(1, -1)}\``;

type Shape = "repeated" | "in halves" | "closed" | "framed" | "nested";

/** The text of tokens in a shape, of about `size`. */
const SHAPES: Readonly<Record<Shape, (tokens: readonly string[], size: number) => string>> = {
  repeated: (tokens, size) => fill(tokens.join(""), size),
  // One token many times, then the next: openings that find no end, or ends without a beginning.
  "in halves": (tokens, size) => tokens.map((token) => fill(token, size / tokens.length)).join(""),
  // A last token that a pattern looks for from every place.
  closed: (tokens, size) => fill(tokens.slice(0, -1).join(""), size) + tokens.at(-1),
  // Ninety levels, which is under every limit, around the rest.
  nested: (tokens, size) => {
    const open = tokens.slice(0, -1).join("") || (tokens[0] as string);
    return open.repeat(90) + fill(tokens.at(-1) as string, size) + toEnd(open).repeat(90);
  },
  // A first token as well.
  framed: ([first = "", ...rest], size) =>
    first + fill(rest.slice(0, -1).join("") || first, size) + (rest.at(-1) ?? ""),
};

/** The ends of what a token opens, in reverse order. */
const toEnd = (token: string) =>
  [...token.matchAll(/\{\{|\[\[|\[(?!\[)|\{\||<([a-z]\w*)[^<>/]*>/g)]
    .map(([open, tag]) =>
      tag ? `</${tag}>` : open === "{{" ? "}}" : open === "[[" ? "]]" : open === "[" ? "]" : "\n|}",
    )
    .reverse()
    .join("");

const fill = (text: string, size: number) => text.repeat(Math.max(1, Math.round(size / text.length)));

function toInput(shape: Shape, tokens: readonly string[], place: string): NastyInput {
  const [before, after] = PLACES[place] ?? ["", ""];
  return {
    name: `${tokens.map(quote).join(" ")} ${shape}, ${place}`,
    make: (size) => before + SHAPES[shape](tokens, size) + after,
  };
}

/** Every token repeated in every place. */
export const REPEATED_INPUTS: readonly NastyInput[] = PLACE_NAMES.flatMap((place) =>
  TOKENS.map((token) => toInput("repeated", [token], place)),
);

/** Every opening token in itself, ninety levels deep, around text. */
export const NESTED_INPUTS: readonly NastyInput[] = TOKENS.filter((token) => toEnd(token) !== "").flatMap((token) =>
  ["text", "argument", "unknown template"].flatMap((place) =>
    ["a ", "{{a}}", "[[a]]", "|a"].map((inner) => toInput("nested", [token, inner], place)),
  ),
);

/** A sample of pairs and triples of tokens in a shape and a place; the same for the same seed. */
export function sampleInputs(count: number, seed: number): NastyInput[] {
  const random = createRandom(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  return Array.from({ length: count }, () => {
    const tokens = Array.from({ length: random() < 0.5 ? 2 : 3 }, () => pick(COMBINED));
    return toInput(pick(Object.keys(SHAPES) as Shape[]), tokens, pick(PLACE_NAMES));
  });
}
