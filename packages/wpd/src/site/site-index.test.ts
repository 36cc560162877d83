import { describe, expect, test } from "vitest";
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
const titles = (pages: { title: string }[] | null) => pages?.map(({ title }) => title);

describe("the members of an API object", () => {
  test("are the pages that say they apply to it", () => {
    expect(index.membersOf("dom/Node")).toEqual({
      properties: [{ slug: "dom/Node/firstChild", title: "firstChild" }],
      methods: [{ slug: "dom/Node/appendChild", title: "appendChild" }],
      events: [{ slug: "dom/Node/load", title: "a load" }],
    });
  });

  test("are none for a page that no other one names", () => {
    expect(index.membersOf("html/elements")).toEqual({ properties: [], methods: [], events: [] });
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
});

describe("the pages below a path", () => {
  test.each([
    ["html/elements/", ["a", "b"]],
    ["html/elements/a", []],
    ["html/elements/a/", []],
    ["dom/Node/", ["a load", "appendChild", "firstChild", "orphan"]],
    ["nothing/", []],
  ])("%j", (prefix, expected) => {
    expect(titles(index.withPrefix(prefix))).toEqual(expected);
  });
});
