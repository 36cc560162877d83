import { expect, test } from "vitest";
import { scanPage } from "../site/scan-page.ts";
import { createSiteIndex } from "../site/site-index.ts";
import { readPage } from "./read-page.ts";

const site = createSiteIndex([scanPage({ slug: "dom/Node", wikitext: "" })]);
const source = { path: "x", sha256: "0".repeat(64), bytes: 1 };

test("links are counted by outcome, and those without a page are listed", () => {
  const wikitext = "[[dom/Node]] [[Node]] [[nothing]] [[Category:HTML]] [[File:x.png|thumb|A picture]] [[WPD:x]]";
  const { links, value } = readPage({ slug: "p", wikitext, source }, site);
  expect(links).toEqual({ exact: 1, "last-segment": 1, missing: 1, category: 1, file: 1, interwiki: 1 });
  expect(value.missingLinks).toEqual(["WPD:x", "nothing"]);
  expect(value.categories).toEqual(["HTML"]);
  expect(value.body?.text).toContain("A picture");
  expect(value.body?.text).not.toMatch(/thumb|Category/);
});
