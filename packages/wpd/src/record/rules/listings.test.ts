import { describe, expect, test } from "vitest";
import { scanPage } from "../../site/scan-page.ts";
import { createSiteIndex } from "../../site/site-index.ts";
import { readPage } from "../read-page.ts";

const PAGES: Record<string, string> = {
  "dom/Node": "{{API_Object}}{{Topics|DOM}}",
  "dom/Node/firstChild": "{{API_Object_Property|Property_applies_to=dom/Node}}{{Topics|DOM}}",
  "html/elements/a": "{{Markup_Element}}{{Topics|HTML}}",
  "html/elements/b": "{{Markup_Element}}[[Category:HTML]]",
  "tutorials/x": "{{See_Also_Section|Topic_clusters=HTML, CSS}}{{Tutorial}}",
};
const index = createSiteIndex(Object.entries(PAGES).map(([slug, wikitext]) => scanPage({ slug, wikitext })));
const read = (slug: string, wikitext: string) =>
  readPage({ slug, wikitext, source: { path: "x", sha256: "0".repeat(64), bytes: 1 } }, index);
const codes = (wikitext: string) => read("p", wikitext).diagnostics.map(({ code }) => code);

test("an API object lists its members", () => {
  const members = { properties: [{ slug: "dom/Node/firstChild", title: "firstChild" }], methods: [], events: [] };
  expect(read("dom/Node", "{{API_Object}}").value).toMatchObject({ kind: "api-object", members });
});

describe("a listing template", () => {
  test.each([
    ["lists the pages of its query", "html", "{{API_Listing|Query=[[Category:HTML]]}}", ["a", "b"]],
    ["lists the pages below its own without a query", "html/elements", "{{API_Listing}}", ["a", "b"]],
    ["lists nothing if told so", "html/elements", "{{API_Listing|List_all_subpages=No}}", []],
    [
      "answers its query all the same",
      "html",
      "{{API_Listing|Query=[[Category:HTML]]|List_all_subpages=No}}",
      ["a", "b"],
    ],
    ["lists nothing for a query that cannot be answered", "html", "{{API_Listing|Query=[[Nonsense::x]]}}", []],
    ["of a JavaScript object lists the pages below it", "dom/Node", "{{JS_Object_Listing}}", ["firstChild"]],
  ])("%s", (_, slug, wikitext, expected) => {
    expect(read(slug, wikitext).value.listings.map(({ pages }) => pages.map(({ title }) => title))).toEqual([expected]);
  });

  test("gives its page the kind of a listing", () => {
    expect(read("html", "{{API_Listing|Query=[[Category:HTML]]}}").value.kind).toBe("listing");
  });

  test("of a JavaScript object without pages below it is left out", () => {
    expect(read("dom/Other", "{{JS_Object_Listing}}").value.listings).toEqual([]);
  });
});

describe("a list in running text", () => {
  test.each([
    [
      "of a query",
      "Before {{#ask:[[Topic_Cluster::CSS]]|?Page Title|limit=5}} after",
      '<ul><li><a href="/tutorials/x/">x</a></li></ul>',
    ],
    [
      "of the pages below a path",
      "{{Special:PrefixIndex/html/elements/}}",
      '<ul><li><a href="/html/elements/a/">a</a></li><li><a href="/html/elements/b/">b</a></li></ul>',
    ],
    ["of one page that is transcluded", "{{:dom/Node}}", '<a href="/dom/Node/">'],
  ])("%s is a list of links", (_, wikitext, html) => {
    expect(read("p", wikitext).value.body?.html).toContain(html);
  });

  test("keeps its query and parameters in the record", () => {
    const { listings } = read("p", "{{#ask:[[Topic_Cluster::CSS]]|?Page Title|limit=5}}").value;
    expect(listings).toMatchObject([
      { template: "#ask", query: "[[Topic_Cluster::CSS]]", parameters: ["?Page Title", "limit=5"] },
    ]);
  });
});

test.each([
  ["a query in text", "{{#ask:[[Nonsense::x]]}}"],
  ["a query in a template", "{{API_Listing|Query=[[Nonsense::x]]}}"],
  ["a page that does not exist", "{{:dom/Nothing}}"],
])("%s that cannot be computed is reported", (_, wikitext) => {
  expect(codes(wikitext)).toContain("LISTING_NOT_COMPUTED");
});

test("a list that can be computed is not reported", () => {
  expect(codes("{{Flags}}{{#ask:[[Topic_Cluster::CSS]]}}{{:dom/Node}}{{Special:PrefixIndex/html/}}")).toEqual([]);
});
