import type { Page } from "@wasclean/schema";
import { expect, test } from "vitest";
import { createWikiSite } from "./wiki-site.ts";

const toPages = (...slugs: string[]) =>
  new Map(slugs.map((slug) => [slug, { page: { slug, title: slug.toUpperCase() } as Page }]));
const site = createWikiSite(toPages("css", "css/properties/float", "html/a b", "apis/websocket/CloseEvent"), "/docs/");

test("a page is found by its slug, a folder by its path, nothing else", () => {
  expect(site.link("css")).toEqual({ title: "CSS", href: "/docs/css/" });
  expect(site.link("css/properties")).toEqual({ title: "properties", href: "/docs/css/properties/" });
  expect(site.link("html/a b")?.href).toBe("/docs/html/a%20b/");
  expect([site.link("css/nothing"), site.link("")]).toEqual([null, null]);
});

test("what the wiki has not is found in this site's own reference", () => {
  expect(site.link("apis/websocket/CloseEvent/wasClean")).toEqual({
    title: "wasClean",
    href: "/docs/apis/websocket/CloseEvent/wasClean/",
  });
  expect([site.link("about"), site.link("apis/websocket/WebSocket/onclose")]).toEqual([null, null]);
});

test("a page gives way to one of this site", () => {
  expect(site.pathOf("apis/websocket/CloseEvent")).toBe("apis/websocket/CloseEvent/archive");
  expect(site.current("apis/websocket/CloseEvent")).toBe("/docs/apis/websocket/CloseEvent/");
  expect(site.current("css")).toBe(null);
});

test("folders are the paths that only have pages below them", () => {
  expect(site.folders.toSorted()).toEqual(["apis", "apis/websocket", "css/properties", "html"]);
});

test("the way to a page goes over all that is above it", () => {
  expect(site.crumbs("css/properties/float")).toEqual([
    { title: "Wiki", href: "/docs/wiki/" },
    { title: "CSS", href: "/docs/css/" },
    { title: "properties", href: "/docs/css/properties/" },
    { title: "CSS/PROPERTIES/FLOAT", href: null },
  ]);
  expect(site.crumbs("")).toEqual([{ title: "Wiki", href: null }]);
});

test("what is below a page comes by title, first what has pages below itself, with their number", () => {
  const { children } = createWikiSite(toPages("b", "a", "c/d/e", "c/f"), "/");
  expect(children("").map(({ slug, pages }) => [slug, pages])).toEqual([
    ["c", 2],
    ["a", 0],
    ["b", 0],
  ]);
});
