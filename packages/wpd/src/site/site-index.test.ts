import { describe, expect, test } from "vitest";
import { readPage } from "../record/read-page.ts";
import { scanPage } from "./scan-page.ts";
import { createSiteIndex } from "./site-index.ts";

const PAGES: Record<string, string> = {
  "dom/Node": "{{API_Object}}{{Topics|DOM}}",
  "dom/Node/firstChild": "{{API_Object_Property|Property_applies_to=dom/Node}}{{Topics|DOM}}",
  "dom/Node/appendChild": "{{API_Object_Method|Method_applies_to=dom/node}}",
  "dom/Node/load": "{{Page_Title|a load}}{{Event|Event_applies_to=Node}}",
  "dom/Node/orphan": "{{API_Object_Property|Property_applies_to=dom/Nothing}}",
  "html/elements": "{{API_Listing|Query=[[Category:Markup_Elements]][[Category:HTML]][[Path::!~*/ja]]}}",
  "html/elements/a": "{{Markup_Element}}{{Topics|HTML}}",
  "html/elements/a/ja": "{{Markup_Element}}{{Topics|HTML}}",
  "html/elements/b": "{{Markup_Element}}{{Topics|SVG}}[[Category:HTML]]",
  "tutorials/x": "{{See_Also_Section|Topic_clusters=HTML, CSS}}{{Tutorial}}",
};
const facts = Object.entries(PAGES).map(([slug, wikitext]) => scanPage({ slug, wikitext }));
const index = createSiteIndex(facts);
const read = (slug: string, wikitext: string) =>
  readPage({ slug, wikitext, source: { path: "x", sha256: "0".repeat(64), bytes: 1 } }, index);
const titles = (pages: { title: string }[] | null) => pages?.map(({ title }) => title);

describe("the members of an API object", () => {
  test("are the pages that say they apply to it", () => {
    const { value } = read("dom/Node", PAGES["dom/Node"] as string);
    expect(value).toMatchObject({
      kind: "api-object",
      members: {
        properties: [{ slug: "dom/Node/firstChild", title: "firstChild" }],
        methods: [{ slug: "dom/Node/appendChild", title: "appendChild" }],
        events: [{ slug: "dom/Node/load", title: "a load" }],
      },
    });
  });

  test("do not depend on the order of the pages", () => {
    expect(createSiteIndex(facts.toReversed()).membersOf("dom/Node")).toEqual(index.membersOf("dom/Node"));
  });
});

describe("a query", () => {
  test.each([
    ["[[Category:Markup_Elements]]", ["a", "b", "ja"]],
    ["[[Category:Markup Elements]][[Category:HTML]][[Path::!~*/ja]]", ["a", "b"]],
    ["[[Category:HTML]][[Path::~*/ja]]", ["ja"]],
    ["[[Topic_Cluster::CSS]]", ["x"]],
    ["[[Category:Nothing]]", []],
    ["[[Nonsense::x]]", null],
    ["[[Category:HTML]] or so", null],
    ["", null],
    [`[[Path::~${"*a".repeat(30)}]]`, null],
  ])("%j gives %j", (query, expected) => {
    expect(titles(index.ask(query)) ?? null).toEqual(expected);
  });

  test("in a listing template gives its pages", () => {
    const { value } = read("html/elements", PAGES["html/elements"] as string);
    expect(value.kind).toBe("listing");
    expect(titles(value.listings[0]?.pages ?? null)).toEqual(["a", "b"]);
  });

  test("in running text gives a list of links in its place", () => {
    const { value } = read("p", "Before {{#ask:[[Topic_Cluster::CSS]]|?Page Title|limit=5}} after");
    expect(value.body?.html).toContain('<ul><li><a href="/tutorials/x/">x</a></li></ul>');
  });

  test("that cannot be answered is reported", () => {
    expect(read("p", "{{#ask:[[Nonsense::x]]}}").diagnostics.map(({ code }) => code)).toContain("LISTING_NOT_COMPUTED");
  });
});

test("the pages below a path are listed in their own language", () => {
  const { value } = read("p", "{{Special:PrefixIndex/html/elements/}}");
  expect(value.body?.text).toBe("a\n\nb");
});

test("a page that is taken in whole becomes a link", () => {
  expect(read("p", "{{:dom/Node}}").value.body?.html).toContain('<a href="/dom/Node/">');
});

test("links are counted by what became of them, and those to nowhere are named", () => {
  const { links, value } = read(
    "p",
    "[[dom/Node]] [[Node]] [[nothing]] [[Category:HTML]] [[File:x.png|thumb|A picture]] [[WPD:x]]",
  );
  expect(links).toEqual({ exact: 1, "last-segment": 1, missing: 1, category: 1, file: 1, interwiki: 1 });
  expect(value.missingLinks).toEqual(["WPD:x", "nothing"]);
  expect(value.categories).toEqual(["HTML"]);
  expect(value.body?.text).toContain("A picture");
  expect(value.body?.text).not.toMatch(/thumb|Category/);
});

test.each([
  ["Beginners/pt-br", "pt-BR"],
  ["concepts/x/ja", "ja"],
  ["concepts/x/zh-hant", "zh-Hant"],
  ["tutorials/x/tr", "tr"],
  ["html/elements/tr", "en"],
  ["svg/properties/id", "en"],
  ["html/elements/a/ja", "ja"],
  ["ja", "en"],
  ["css/properties/color", "en"],
])("%s is in %s", (slug, lang) => {
  expect(scanPage({ slug, wikitext: "" }).lang).toBe(lang);
});
