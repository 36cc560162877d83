import { NESTED_INPUTS, REPEATED_INPUTS, sampleInputs } from "../../packages/wpd/src/testing/nasty-inputs.ts";

/** A kind of input, of any size, that may take a parser more than linear time. */
export interface LinearCase {
  name: string;
  /** Returns wikitext of about `size` bytes. */
  make(bytes: number): string;
  /** The larger of the two sizes compared, in bytes; for nesting, the size of 200,000 levels. */
  bytes: number;
  /** Whether the input is one of a generated sample, which is for the record alone. */
  isGenerated?: true;
}

/** The larger size in bytes; half of it is the smaller. Both are under MediaWiki's limit of 2 MiB, so that no limit cuts them short. */
const REPEATED_BYTES = 2e6;
const LEVELS = 200_000;

/** Tokens known to be hard for parsers; `·` is a space, `⏎` a line break. */
const TOKENS = `
{{a| [[ ' <ref· {| = <!-- & {{{ }} ]] '' | |· : ⏎: ⏎* ⏎#* ⏎= ⏎==a== ⏎⏎ ⏎· ·
[http://a· http://a [[a| [[a]] {{a}} {{!}} {{=}} {{a|b= ⏎{|⏎| ⏎{| ⏎|-
< <b> </b> <b <p> <li> <td> <pre> </pre> <pre></pre> <nowiki> <nowiki/> <source> <ref> <ref/>
<!----> &amp; &# é a·`
  .trim()
  .split(/\s+/)
  .map((token) => token.replaceAll("·", " ").replaceAll("⏎", "\n"));

/** A token repeated between two others, which a pattern may read to its end from every position. */
const SURROUNDED: [string, string, string][] = [
  ["", "<ref ", ">"],
  ["{{a|", "|x", "}}"],
  ["{{a|", "|x", "=}}"],
  ["{{a|", "x[[b]]", "=}}"],
  ["{{a", "\n", "}}"],
  ["{{", "a ", "}}"],
  ["[[a|x", " ", "x]]"],
  ["[[a", "/", "b]]"],
  ["[[", "a|", "]]"],
  ["http://a", ",", "a"],
  ["", "''a ", ""],
  ["<b ", "a", ">"],
  ["<b ", "a ", ">x</b>"],
  ["<b a=\n", " ", "x>"],
  ["<pre ", "a", ">x</pre>"],
  ["<pre>a", " ", "b</pre>"],
  ["<pre>", "\n", "a</pre>"],
  ["<pre>", "&", "</pre>"],
  ["<pre>", "<nowiki>", "</pre>"],
  ["=a", "=", "a"],
  ["=a=", " ", "a"],
  ["=a", " =", " a"],
  ["a", " ", "a"],
  ["{|\n|a", " ", "|b\n|}"],
  ["{|\n", "|a|", "\n|}"],
  ["[http://a ", "''", "]"],
  ["; ", "a: ", ""],
  ["&", "a", ";"],
];

/** The tokens that open and close a level. */
const NESTED: [string, string][] = [
  ["{{a|", "}}"],
  ["{{{a|", "}}}"],
  ["[[", "]]"],
  ["[[a|", "]]"],
  ["{|\n|", "\n|}"],
  ["\n{|\n|", "\n|}"],
  ["<b>", "</b>"],
  ["<p>", "</p>"],
  ["<div>", "</div>"],
  ["<ul><li>", "</li></ul>"],
  ["<table><tr><td>", "</td></tr></table>"],
  ["<ref>", "</ref>"],
  ["<pre>", "</pre>"],
  ["[http://a ", "]"],
];

const quote = (text: string) => `\`${JSON.stringify(text).slice(1, -1)}\``;

/** The larger size of generated inputs, in UTF-16 code units. */
const GENERATED_SIZE = 200_000;
const SEED = 13;
const every = <T>(items: readonly T[], step: number) => items.filter((_, index) => index % step === 0);
/** Several hundred of the inputs that can be made of the tokens that the code knows. */
const GENERATED = [...every(REPEATED_INPUTS, 61), ...every(NESTED_INPUTS, 23), ...sampleInputs(300, SEED)];

/** All cases: repeated tokens, nesting, and a generated sample. */
export const LINEAR_CASES: LinearCase[] = [
  ...TOKENS.map((token) => ({
    name: quote(token),
    make: (bytes: number) => token.repeat(Math.round(bytes / token.length)),
    bytes: REPEATED_BYTES,
  })),
  ...SURROUNDED.map(([before, token, after]) => ({
    name: `${quote(before)} ${quote(token)}… ${quote(after)}`.replaceAll("`` ", "").replaceAll(" ``", ""),
    make: (bytes: number) => before + token.repeat(Math.round(bytes / token.length)) + after,
    bytes: REPEATED_BYTES - 100,
  })),
  ...NESTED.map(([open, close]) => {
    const width = open.length + close.length;
    return {
      name: `nested ${quote(`${open}…${close}`)}`,
      make: (bytes: number) => open.repeat(Math.round(bytes / width)) + close.repeat(Math.round(bytes / width)),
      bytes: LEVELS * width,
    };
  }),
  ...GENERATED.map(({ name, make }): LinearCase => ({ name, make, bytes: GENERATED_SIZE, isGenerated: true })),
];
