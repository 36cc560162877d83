import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Node } from "./nodes.ts";
import { MAX_DEPTH, parseWikitext } from "./parse-wikitext.ts";
import { toSlices } from "./slices.ts";

/** A tree as one line: `{name|argument}` for templates, `[…]` for links, `<nowiki:…>` for extension tags. */
function outline(source: string): string {
  const of = (node: Node): string => {
    switch (node.type) {
      case "text":
        return JSON.stringify(source.slice(node.start, node.end)).slice(1, -1);
      case "comment":
        return "<!>";
      case "extension":
        return `<${node.name}:${source.slice(node.inner.start, node.inner.end)}>`;
      default:
        return `${node.type}(${node.parts
          .map((p) => (p.name === null ? "" : `${p.name}=>`) + source.slice(p.valueStart, p.end))
          .join(" , ")})`;
    }
  };
  return parseWikitext(source).children.map(of).join(" ");
}

describe("the tree", () => {
  test.each([
    ["nothing", "", ""],
    ["text", "a b", "a b"],
    ["a template", "{{Flags}}", "template(Flags)"],
    ["a positional argument", "{{Page_Title|CloseEvent}}", "template(Page_Title , CloseEvent)"],
    ["named arguments", "{{A|b=c|d = e}}", "template(A , b=>c , d=> e)"],
    ["only the first equals sign names", "{{A|b=c=d}}", "template(A , b=>c=d)"],
    ["an empty argument", "{{A||b=}}", "template(A ,  , b=>)"],
    ["a template in an argument", "{{A|b={{C|d=e}}}}", "template(A , b=>{{C|d=e}})"],
    ["no name from a nested template", "{{A|{{C|d=e}}}}", "template(A , {{C|d=e}})"],
    ["a magic pipe in a link", "[[x{{!}}y]]", "link(x{{!}}y)"],
    ["a link with a label", "a [[x|y]] b", "a  link(x , y)  b"],
    ["a link in an argument keeps its pipe", "{{A|[[x|y]]}}", "template(A , [[x|y]])"],
    ["a parameter", "{{{x|y}}}", "parameter(x , y)"],
    ["a brace before a template", "{{{!}}", "{ template(!)"],
    ["five braces", "{{{{{x}}}}}", "template({{{x}}})"],
    ["four braces are a parameter in braces", "{{{{x}}}}", "{ parameter(x) }"],
    ["a surplus closing brace", "{{A}}}", "template(A) }"],
    ["an unclosed template", "{{A|b", "{{A|b"],
    ["a stray closing", "a}} b", "a}} b"],
    ["an unclosed template before one", "{{A|{{B}}", "{{A| template(B)"],
    ["an unclosed link in a template", "{{A|[[x|b=c}}", "template(A , [[x , b=>c)"],
    ["a stray pipe", "a|b", "a|b"],
    ["a comment", "a<!--{{x}}-->b", "a <!> b"],
    ["an unclosed comment is text", "a<!--{{x}}", "a<!-- template(x)"],
    ["nowiki", "<nowiki>{{x|[[</nowiki>y", "<nowiki:{{x|[[> y"],
    ["an empty nowiki", "{<nowiki/>{", "{ <nowiki:> {"],
    ["code keeps its pipes", "{{A|<pre>a||b=c</pre>}}", "template(A , <pre>a||b=c</pre>)"],
    ["tag names in any case", "<PRE>|</pre >", "<pre:|>"],
    ["an unclosed extension tag is text", "<source>{{A}}", "<source> template(A)"],
    ["HTML's own source element is text", '<source src="a">b</source>', '<source src=\\"a\\">b</source>'],
    ["a source that is only spoken of is text", "<source> a <source lang=x>b</source>", "<source> a  <source:b>"],
    ["a tag inside of code is code", "<pre><pre>b</pre>", "<pre:<pre>b>"],
    ["another element", "<sourcery>{{A}}", "<sourcery> template(A)"],
    ["a literal table in an argument", "{{A|n=\n{| x\n| y\n|}\n|m=z}}", "template(A , n=>\n{| x\n| y\n|}\n , m=>z)"],
    ["a table's end before the template's", "{{A|n=\n{|\n| y\n|}}}", "template(A , n=>\n{|\n| y\n|})"],
    ["an empty last argument is no table's end", "{{A|n=\n{|\n|}}", "template(A , n=>\n{|\n , )"],
  ])("of %s", (_, source, expected) => {
    expect(outline(source)).toBe(expected);
  });

  test("reads brackets deeper than the limit as text, and matches what closes them", () => {
    const tree = parseWikitext(`${"{{a|".repeat(MAX_DEPTH + 5)}${"}}".repeat(MAX_DEPTH + 5)}{{b}}`);
    expect(tree.tooDeepAt).toBe(4 * MAX_DEPTH);
    expect(tree.children).toHaveLength(2);
  });
});

const fragments = [
  "{{",
  "}}",
  "{",
  "}",
  "[[",
  "]]",
  "|",
  "=",
  "\n",
  "{|",
  "|}",
  "<!--",
  "-->",
  "<nowiki>",
  "</nowiki>",
];
const wikitext = fc
  .array(fc.oneof(fc.constantFrom(...fragments, "<pre>", "</pre>", "<ref ", "/>", "é", "💥", "a"), fc.string()))
  .map((parts) => parts.join(""));

test("the slices of any string give it back", () => {
  fc.assert(
    fc.property(wikitext, (source) => {
      expect(toSlices(parseWikitext(source)).join("")).toBe(source);
    }),
    { numRuns: 2000 },
  );
});

test.each(["{{a|", "[[", "'", "<ref ", "<pre>", "{|", "\n{|", "=", "<!--", "&", "}}", "{{", "|}"])(
  "a page of nothing but %j is cut without overflow",
  (token) => {
    const source = `{{x|${token.repeat(100_000)}`;
    expect(toSlices(parseWikitext(source)).join("")).toBe(source);
  },
);
