import { expect, test } from "vitest";
import type { WikiPage } from "./inputs.ts";
import { readWikiPage } from "./read-inputs.ts";
import { toWikiClaims } from "./wiki-claims.ts";

const wiki = readWikiPage("apis/websocket/CloseEvent");
const compatibility = wiki.page.compatibility ?? expect.unreachable();

test("each offset leads to the words that the claim is made of", () => {
  const words = Object.entries(toWikiClaims(wiki)).map(([browser, { supported, version, offsets }]) => {
    const written = wiki.wikitext.slice(...offsets);
    const name = browser.replace(/^./, (letter) => letter.toUpperCase()).replace("Ie_", "IE_");
    const value = (supported ?? "").replace(/^./, (letter) => letter.toUpperCase());
    expect(written).toBe(`${name}_supported=${value}\n|${name}_version=${version ?? ""}`);
    return browser;
  });
  expect(words).toHaveLength(13);
});

const desktop = compatibility.desktop[0] ?? expect.unreachable();
const withSection = (section: object): WikiPage => ({
  ...wiki,
  page: { ...wiki.page, compatibility: { ...compatibility, ...section } },
});

test.each<[string, WikiPage, RegExp]>([
  ["no section", { ...wiki, page: { ...wiki.page, compatibility: null } }, /has no compatibility section/],
  [
    "a row on something else",
    withSection({ desktop: [{ ...desktop, feature: "wasClean" }] }),
    /rows besides its subject/,
  ],
  ["two rows", withSection({ desktop: [desktop, desktop] }), /rows besides its subject/],
  ["no rows", withSection({ desktop: [] }), /rows besides its subject/],
  ["another text", { ...wiki, wikitext: wiki.wikitext.replace("23.0", "24.0") }, /chrome: the record does not match/],
  ["a shorter text", { ...wiki, wikitext: "" }, /chrome: the record does not match/],
  [
    "a value twice",
    { ...wiki, wikitext: wiki.wikitext.replace("|Safari_sup", "|Chrome_supported=|Chrome_version=\n|Safari_sup") },
    /chrome: the record/,
  ],
])("%s is refused", (_, page, message) => {
  expect(() => toWikiClaims(page)).toThrow(message);
});

test("support with a prefix is refused", () => {
  const chrome = { ...desktop.support.chrome, prefixed: { supported: "yes", version: null } };
  const page = withSection({ desktop: [{ ...desktop, support: { ...desktop.support, chrome } }] });
  expect(() => toWikiClaims(page)).toThrow("chrome: support with a prefix");
});

test("a page that has not been imported is refused with a remedy", () => {
  expect(() => readWikiPage("apis/none")).toThrow("data/pages/apis/none.json is missing: run npm run import");
});
