import { readFileSync } from "node:fs";
import type { Page } from "@wasclean/schema";
import { expect, test } from "vitest";
import { createWikiSite } from "./wiki-site.ts";
import { createWikiView } from "./wiki-view.ts";

const own = JSON.parse(readFileSync("data/pages/apis/websocket/CloseEvent.json", "utf8")) as Page;
const toText = (html: string) => ({ wikitext: "", html, text: "", start: 0, end: 0 });
const toPage = (slug: string, fields: object = {}) => ({ ...own, kind: "plain", slug, title: slug, ...fields }) as Page;

function toView(slug: string, ...pages: Page[]) {
  const records = new Map(pages.map((page) => [page.slug, { page }]));
  const page = records.get(slug)?.page;
  if (!page) throw new Error(`There is no page ${slug}.`);
  return createWikiView(page, records, createWikiSite(records, "/"), false);
}

test("the pages below a page are its children, but for those that it lists and for its translations", () => {
  const css = toPage("css", { listings: [{ pages: [{ slug: "css/float" }] }] });
  const view = toView("css", css, toPage("css/float"), toPage("css/color"), toPage("css/fr", { lang: "fr" }));
  expect(view.children.map(({ slug }) => slug)).toEqual(["css/color"]);
  expect(view.languages).toEqual([{ title: "css/fr", href: "/css/fr/", lang: "fr" }]);
  expect(Object.keys(view.links)).toEqual(["css/float"]);
});

test("a page whose slug ends like a language, but that is in another one, is a child", () => {
  const view = toView("css", toPage("css"), toPage("css/fr", { lang: "en" }));
  expect(view.children.map(({ slug }) => slug)).toEqual(["css/fr"]);
});

test("links lead to sections that the finished pages have", () => {
  const css = toPage("css", {
    body: toText('<h2>A b</h2><p><a href="#A_b">1</a><a href="/x/#C_d">2</a><a href="#E">3</a></p>'),
  });
  const { page } = toView("css", css, toPage("x", { body: toText("<h3>C d</h3>") }));
  expect(page.body?.html).toBe(
    '<h2 id="A_b">A b</h2><p><a href="#A_b">1</a><a href="/x/#C_d">2</a><span class="missing-page" title="No section “E” here">3</span></p>',
  );
});
