import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseWikitext } from "../parse/parse-wikitext.ts";
import { scanPage } from "../site/scan-page.ts";
import { createSiteIndex } from "../site/site-index.ts";
import type { RenderContext } from "./render-context.ts";
import { render } from "./rich-text.ts";

const site = createSiteIndex(["a/B", "C"].map((slug) => scanPage({ slug, wikitext: "" })));

function renderWikitext(source: string) {
  const context: RenderContext = { source, site, onLink: () => {}, onListing: () => {}, onTemplate: () => false };
  return render([parseWikitext(source).children], context);
}
const html = (source: string) => renderWikitext(source).html;

describe("wikitext as HTML", () => {
  test.each([
    ["nothing", "", ""],
    ["a paragraph", "a\nb\n\nc", "<p>a\nb</p>\n<p>c</p>"],
    ["italics", "a ''b'' c", "<p>a <i>b</i> c</p>"],
    ["bold", "'''b'''", "<p><b>b</b></p>"],
    ["both", "'''''b'''''", "<p><b><i>b</i></b></p>"],
    ["bold that ends inside italics", "''a '''b'' c'''", "<p><i>a <b>b</b></i><b> c</b></p>"],
    ["four apostrophes", "''''b'''", "<p>'<b>b</b></p>"],
    ["bold that is never closed", "'''b\nc", "<p><b>b</b>\nc</p>"],
    ["an apostrophe before italics", "l'''amour'' b", "<p>l'<i>amour</i> b</p>"],
    ["one apostrophe", "it's", "<p>it's</p>"],
    ["a link to a page", "[[a/B]]", '<p><a href="/a/B/">a/B</a></p>'],
    ["a link with a label", "[[a/B|c ''d'']]", '<p><a href="/a/B/">c <i>d</i></a></p>'],
    ["a label after a magic pipe", "[[a/B{{!}}c]]", '<p><a href="/a/B/">c</a></p>'],
    ["a link to a part", "[[a/B#x y|c]]", '<p><a href="/a/B/#x_y">c</a></p>'],
    ["a link to no page", "[[x|c]]", '<p><span class="missing-page" title="No page “x” here">c</span></p>'],
    ["brackets that are no link", "[[1, 2], [3, 4]]", "<p>[[1, 2], [3, 4]]</p>"],
    ["a link to an address", "[http://x.org/ y z]", '<p><a href="http://x.org/" rel="nofollow">y z</a></p>'],
    ["an address in brackets", "[http://x.org/]", '<p><a href="http://x.org/" rel="nofollow">http://x.org/</a></p>'],
    ["a bare address", "see http://x.org/a.", '<p>see <a href="http://x.org/a" rel="nofollow">http://x.org/a</a>.</p>'],
    [
      "an address in a label",
      "[http://x.org/ http://y.org]",
      '<p><a href="http://x.org/" rel="nofollow">http://y.org</a></p>',
    ],
    ["an unclosed bracket", "[http://x.org/ y", '<p>[<a href="http://x.org/" rel="nofollow">http://x.org/</a> y</p>'],
    ["a heading", "== a ==\nb", "<h2>a</h2>\n<p>b</p>"],
    ["a heading of level 3", "=== ''a'' ===", "<h3><i>a</i></h3>"],
    ["an uneven heading", "=== a ==", "<h2>=a</h2>"],
    ["a list", "* a\n* b", "<ul><li>a</li><li>b</li></ul>"],
    ["a numbered list", "# a\n# b", "<ol><li>a</li><li>b</li></ol>"],
    ["a list in a list", "* a\n** b\n* c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"],
    ["a mixed list", "* a\n*# b", "<ul><li>a<ol><li>b</li></ol></li></ul>"],
    ["another list", "* a\n# b", "<ul><li>a</li></ul><ol><li>b</li></ol>"],
    ["a definition", "; a : b", "<dl><dt>a</dt><dd>b</dd></dl>"],
    ["a term and its definition", "; a\n: b", "<dl><dt>a</dt><dd>b</dd></dl>"],
    ["indentation", ": a", "<dl><dd>a</dd></dl>"],
    ["text after a list", "* a\nb", "<ul><li>a</li></ul>\n<p>b</p>"],
    ["a rule", "----", "<hr>"],
    ["code by indentation", " a\n b", "<pre>a\nb</pre>"],
    [
      "a table",
      "{|\n! a !! b\n|-\n| c || d\n|}",
      "<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>",
    ],
    [
      "a cell's attributes",
      '{|\n| colspan="2" onclick="x()" | a\n|}',
      '<table><tr><td colspan="2">a</td></tr></table>',
    ],
    ["a pipe in a cell's text", "{|\n| a | b || c\n|}", "<table><tr><td>a | b</td><td>c</td></tr></table>"],
    [
      "a reference with markup",
      "a<ref>[[a/B|b]] {{Note|c}}</ref>",
      '<p>a<small>(<a href="/a/B/">b</a> </small></p><blockquote><p><b>Note:</b> c</p></blockquote><p>)</p>',
    ],
    ["a gallery", "<gallery>\nFile:x.png|[[a/B|b]]\n</gallery>", '<p>File:x.png <a href="/a/B/">b</a></p>'],
    ["Windows line breaks", "* a\r\n* b", "<ul><li>a</li><li>b</li></ul>"],
    ["a caption", "{|\n|+ a\n| b\n|}", "<table><caption>a</caption><tr><td>b</td></tr></table>"],
    ["a list in a cell", "{|\n|\n* a\n|}", "<table><tr><td><ul><li>a</li></ul></td></tr></table>"],
    ["an unclosed table", "{|\n| a", "<table><tr><td>a</td></tr></table>"],
    ["a table from magic pipes", "{{{!}}\n{{!}} a\n{{!}}}", "<table><tr><td>a</td></tr></table>"],
    ["code", "<code>a</code>", "<p><code>a</code></p>"],
    ["teletype, which HTML dropped", "<tt>a</tt>", "<p><code>a</code></p>"],
    ["a tag that is never closed", "<b>a\n\nb", "<p><b>a</b></p>\n<p>b</p>"],
    ["a tag that was never opened", "a</b>", "<p>a</p>"],
    ["tags that overlap", "<b>a<i>b</b>c</i>", "<p><b>a<i>b</i></b><i>c</i></p>"],
    ["a line break", "a<br/>b", "<p>a<br>b</p>"],
    ["an HTML list", "<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"],
    ["an HTML table", "<table><tr><td>a</table>", "<table><tr><td>a</td></tr></table>"],
    ["a tag over two lines", "<span\ntitle='a'>b</span>", '<p><span title="a">b</span></p>'],
    ["a tag that is not allowed", "the <script> element", "<p>the &#x3C;script> element</p>"],
    ["an unknown tag", "a <length> b", "<p>a &#x3C;length> b</p>"],
    ["a lone bracket", "a < b > c", "<p>a &#x3C; b > c</p>"],
    ["entities", "&lt;b&gt; &#233; &nbsp;", "<p>&#x3C;b> é &nbsp;</p>".replace("&nbsp;", "\u00a0")],
    ["no entity", "a & b &foo;", "<p>a &#x26; b &#x26;foo;</p>"],
    ["nowiki", "<nowiki>'''[[a]]''' &lt;</nowiki>", "<p>'''[[a]]''' &#x3C;</p>"],
    [
      "code to highlight",
      '<source lang="js">\na("{{!}}");\n</source>',
      '<pre><code class="language-js">a("|");</code></pre>',
    ],
    ["preformatted text", "<pre>\n'''a'''\n</pre>", "<pre><code>'''a'''</code></pre>"],
    ["a reference", "a<ref>b</ref>", "<p>a<small>(b)</small></p>"],
    ["a comment", "a<!-- b -->c", "<p>ac</p>"],
    ["an unknown template keeps its words", "a {{x|b|c=d}}", "<p>a b d</p>"],
    ["a template's default", "{{{x|a}}}", "<p>a</p>"],
    ["two braces in code", "if (a) {{ b }}", "<p>if (a) b</p>"],
  ])("%s", (_, source, expected) => {
    expect(html(source)).toBe(expected);
  });
});

describe("plain text", () => {
  test.each([
    ["of formatting", "a '''b''' [[a/B|c]] <code>d</code>", "a b c d"],
    ["of entities", "&lt;a&gt;", "<a>"],
    ["of blocks", "a\n\nb\n* c\n* d", "a\n\nb\n\nc\n\nd"],
    ["of a line break", "a<br>b", "a\nb"],
    ["of code", "<pre>\na\n  b\n</pre>", "a\nb"],
  ])("%s", (_, source, expected) => {
    expect(renderWikitext(source).text).toBe(expected);
  });
});

describe("nothing in a page runs", () => {
  test.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '<b onmouseover="alert(1)">x</b>',
    '<a href="javascript:alert(1)">x</a>',
    "[javascript:alert(1) x]",
    "[[javascript:alert(1)|x]]",
    '[http://x.org/"onclick="alert(1) x]',
    '<span style="background:url(javascript:alert(1))">x</span>',
    '{| onclick="alert(1)" style="x"\n| onclick="alert(1)" | x\n|}',
    "<nowiki><script>alert(1)</script></nowiki>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<pre><script>alert(1)</script></pre>",
    '<source lang="x&quot; onload=&quot;alert(1)"><iframe></source>',
    "<ref><svg/onload=alert(1)></ref>",
    "<<b>script>alert(1)</script>",
    "<b title='x' onclick=alert(1)//>x",
  ])("%s", (source) => {
    const result = html(source);
    expect(result).not.toMatch(/<(?:script|img|iframe|svg|style)\b/i);
    expect(result).not.toMatch(/<[^>]*\s(?:on\w+|style)\s*=/i);
    expect(result).not.toMatch(/<[^>]*href="(?!https?:|mailto:|\/|#)/i);
  });

  test("whatever the wikitext, tags come from the allow-list", () => {
    const piece = fc.constantFrom(
      "<",
      ">",
      "'",
      '"',
      "=",
      "/",
      "script",
      "b",
      "a",
      " href",
      "javascript:",
      "[",
      "]",
      "[[",
      "]]",
      "|",
      "{|\n",
      "\n|}",
      "\n* ",
      "onclick",
      "&lt;",
      "<nowiki>",
      "</nowiki>",
      "<pre>",
      "{{",
      "}}",
      "http://x.org",
      " ",
      "x",
      "\u007f0\u007f",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const tags = html(pieces.join("")).matchAll(/<\/?([^\s>]+)((?:[^>"]|"[^"]*")*)>/g);
        for (const [, name, attributes] of tags) {
          expect(name).toMatch(/^(?:a|b|code|dd|dl|dt|i|li|ol|p|pre|small|span|table|caption|td|th|tr|ul|hr|h[2-6])$/);
          expect(attributes).toMatch(/^(?: (?:href|rel|class|title)="[^"]*")*$/);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

test.each([
  "{{a|",
  "[[",
  "'",
  "<ref ",
  "{|\n|",
  "=",
  "<!--",
  "&",
  "<b>",
  "* ",
  "| ",
  "\n*",
  "[http://a ",
  "<b ",
  ":",
  "http://",
])("a page of nothing but %j is rendered without overflow", (token) => {
  expect(() => html(token.repeat(20_000))).not.toThrow();
});
