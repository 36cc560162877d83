import { expect, test } from "vitest";
import { readCodeLanguage, toCode } from "./to-code.ts";

test.each([
  ["no tag", "a < b", "a < b"],
  ["the outer tag and a line break at each end", '<syntaxhighlight lang="js">\na\n</syntaxhighlight>', "a"],
  ["only one line break", "<pre>\n\na\n\n</pre>", "\na\n"],
  ["Windows line breaks", "<pre>\r\na\r\n</pre>", "a"],
  ["white space", "<pre>  a\t</pre>", "  a\t"],
  ["the source tag in any case", "<Source lang=css>a</SOURCE>", "a"],
  ["magic words", "a {{!}}{{!}} b {{=}} c", "a || b = c"],
  ["entities, once", "&lt;p&gt; &amp;lt; &#39;&#x41;", "<p> &lt; 'A"],
  ["what only looks like an entity", "a && b &foo; &bar", "a && b &foo; &bar"],
  ["nowiki", "<nowiki>[[a]]</nowiki><nowiki/>", "[[a]]"],
  ["comments, which are part of a sample", "<pre><!-- a --></pre>", "<!-- a -->"],
  ["a tag inside is the sample's own", "<pre><pre>a</pre></pre>", "<pre>a</pre>"],
  ["two samples", "<pre>a</pre> and <pre>b</pre>", "<pre>a</pre> and <pre>b</pre>"],
  ["text before the tag", "a <pre>b</pre>", "a <pre>b</pre>"],
])("the canonical form of a sample: %s", (_, wikitext, expected) => {
  expect(toCode(wikitext)).toBe(expected);
});

test.each([
  [' lang="JavaScript"', "javascript"],
  [" lang=html5 line", "html5"],
  [" line", null],
])("the language in %j", (attributes, expected) => {
  expect(readCodeLanguage(attributes)).toBe(expected);
});
