import { describe, expect, test } from "vitest";
import { listHeadingIds, markMissingAnchors, toPageHtml } from "./to-page-html.ts";

const PAGES: Record<string, { title: string; href: string }> = {
  "css/float": { title: "float", href: "/docs/css/float/" },
  "html/attributes/data-*": { title: "data-*", href: "/docs/html/attributes/data-*/" },
};
const create = () => ({
  site: { link: (slug: string) => PAGES[slug] ?? null },
  ids: new Set(["examples"]),
  hasAnchor: (slug: string, id: string) => slug === "css/float" && ["Usage", "see-also"].includes(id),
});

describe("links", () => {
  test.each([
    ['<a href="/css/float/">x</a>', '<a href="/docs/css/float/">x</a>'],
    ['<a href="/html/attributes/data-*/">x</a>', '<a href="/docs/html/attributes/data-*/">x</a>'],
    ['<a href="/css/float/#Usage">x</a>', '<a href="/docs/css/float/#Usage">x</a>'],
    ['<a href="/css/float/#See_Also">x</a>', '<a href="/docs/css/float/#see-also">x</a>'],
    ['<a href="/css/float/#Nothing">x</a>', '<a href="/docs/css/float/">x</a>'],
    ['<a href="/css/gone/"><b>x</b></a>', '<span class="missing-page" title="No page “css/gone” here"><b>x</b></span>'],
    ['<a href="/%22%3Cb%3E/">x</a>', '<span class="missing-page" title="No page “&#x22;<b>” here">x</span>'],
    ['<a href="/%zz/">x</a>', '<span class="missing-page" title="No page “%zz” here">x</span>'],
    ['<a href="https://example.com/" rel="nofollow">x</a>', '<a href="https://example.com/" rel="nofollow">x</a>'],
  ])("%s", (html, expected) => {
    expect(toPageHtml(html, 2, create())).toBe(expected);
  });

  test.each([
    ['<a href="#Usage">x</a>', '<a href="#Usage">x</a>'],
    ['<a href="#Examples">x</a>', '<a href="#examples">x</a>'],
    ['<a href="#">x</a>', '<a href="#">x</a>'],
    ['<a href="#gone">x</a>', '<span class="missing-page" title="No section “gone” here">x</span>'],
  ])("within the page: %s", (html, expected) => {
    expect(markMissingAnchors(html, new Set(["Usage", "examples"]))).toBe(expected);
  });
});

describe("headings", () => {
  test("have ids without what ends a tag", () => {
    expect(toPageHtml("<h2>a > b</h2>", 2, create())).toBe('<h2 id="a_b">a > b</h2>');
  });

  test.each([
    ["<h2>A b</h2><h3>C</h3>", 2, '<h2 id="A_b">A b</h2><h3 id="C">C</h3>'],
    ["<h3>A</h3><h5>B</h5><h3>C</h3>", 2, '<h2 id="A">A</h2><h3 id="B">B</h3><h2 id="C">C</h2>'],
    ["<h4>A</h4><h2>B</h2>", 3, '<h3 id="A">A</h3><h3 id="B">B</h3>'],
    ["<h2>A</h2><h2>A</h2>", 2, '<h2 id="A">A</h2><h2 id="A_2">A</h2>'],
    ["<h2><code>a</code> &#x26; &quot;b&quot;</h2>", 2, '<h2 id="a_b"><code>a</code> &#x26; "b"</h2>'],
    ["<h2>examples</h2>", 2, '<h2 id="examples_2">examples</h2>'],
    ["<h2></h2>", 2, '<h2 id="section"></h2>'],
  ])("%s below level %i", (html, level, expected) => {
    expect(toPageHtml(html, level, create())).toBe(expected);
  });

  test("have the same ids for links from other pages", () => {
    expect(listHeadingIds("<h3>A b</h3><p>x</p><h4>A b</h4>")).toEqual(["A_b", "A_b_2"]);
  });
});

test.each([
  ["<dl><dt>a</dt><dd>b</dd></dl>", "<dl><dt>a</dt><dd>b</dd></dl>"],
  ["<dl><dt>a</dt><dt>b</dt></dl>", "<ul><li>a</li><li>b</li></ul>"],
  ["<dl><dd>a</dd></dl>", '<div class="indented"><div>a</div></div>'],
  ["<dl><dd>a</dd><dt>b</dt><dd>c</dd></dl>", '<div class="indented"><div>a</div></div><dl><dt>b</dt><dd>c</dd></dl>'],
  ["<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>", "<dl><dt>a</dt><dd>b</dd><dt>c</dt><dd></dd></dl>"],
  [
    "<dl><dt>a</dt><dd>b<dl><dt>c</dt><dd>d<dl><dd>e</dd></dl></dd></dl></dd><dt>f</dt></dl>",
    '<dl><dt>a</dt><dd>b<dl><dt>c</dt><dd>d<div class="indented"><div>e</div></div></dd></dl></dd><dt>f</dt><dd></dd></dl>',
  ],
  ["<dl><dt>a<dl><dd>b</dd></dl></dt></dl>", '<ul><li>a<div class="indented"><div>b</div></div></li></ul>'],
])("a list is what it is used for: %s", (html, expected) => {
  expect(toPageHtml(html, 2, create())).toBe(expected);
});

test("what may scroll can be reached by keyboard", () => {
  const html = toPageHtml("<pre>a</pre><table><tr><td>b</td></tr></table>", 2, create());
  expect(html).toBe(
    '<pre tabindex="0">a</pre><div class="scroll" role="group" aria-label="Table" tabindex="0"><table><tbody><tr><td>b</td></tr></tbody></table></div>',
  );
});
