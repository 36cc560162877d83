import { describe, expect, test } from "vitest";
import { toOutline } from "./outline.ts";

describe("the outline of a page", () => {
  test.each([
    ["a heading", '<h2 id="a">A</h2>', '<h2 id="a"><a class="permalink" href="#a">A</a></h2>', ["A"]],
    ["of the third level", '<h3 id="a">A</h3>', '<h3 id="a"><a class="permalink" href="#a">A</a></h3>', []],
    ["without an id", "<h2>A</h2>", "<h2>A</h2>", []],
    ["with a link in it", '<h2 id="a"><a href="/">A</a></h2>', '<h2 id="a"><a href="/">A</a></h2>', ["A"]],
    [
      "with markup and a class",
      '<h2 class="x" id="a"><code>a &lt; b</code></h2>',
      '<h2 class="x" id="a"><a class="permalink" href="#a"><code>a &lt; b</code></a></h2>',
      ["a < b"],
    ],
    [
      "with what looks like one in an attribute",
      '<p title="<h2 id=&quot;b&quot;>">x</p>',
      '<p title="<h2 id=&quot;b&quot;>">x</p>',
      [],
    ],
    [
      "in a section",
      '<section><h2 id="a">A</h2></section>',
      '<section><h2 id="a"><a class="permalink" href="#a">A</a></h2></section>',
      ["A"],
    ],
    ["an attribute that ends in id", '<h2 data-id="a">A</h2>', '<h2 data-id="a">A</h2>', []],
  ])("%s", (_, html, after, words) => {
    const outline = toOutline(html);
    expect(outline.after).toBe(after);
    expect(outline.headings.map((heading) => heading.text)).toEqual(words);
  });

  test("is cut after the title", () => {
    expect(toOutline("<nav></nav><h1>T</h1><p>x</p>")).toMatchObject({
      before: "<nav></nav><h1>T</h1>",
      after: "<p>x</p>",
    });
  });
});
