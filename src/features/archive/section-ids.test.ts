import type { Page, RichText } from "@wasclean/schema";
import { expect, test } from "vitest";
import { listSectionIds } from "./section-ids.ts";

const text: RichText = { wikitext: "a", html: "<p>a</p>", text: "a", start: 0, end: 1 };
/** What every page has, with the fields of one kind. */
const toPage = (fields: object): Page =>
  ({ examples: [], listings: [], specifications: [], topics: [], notes: null, seeAlso: null, ...fields }) as never;

test.each([
  ["a header's syntax", { kind: "http-header", syntax: text }, "syntax"],
  ["the forms of JavaScript", { kind: "javascript", formats: [{ format: text }], returnValue: null }, "syntax"],
  ["what JavaScript returns", { kind: "javascript", formats: [], returnValue: text }, "return-value"],
  ["what a method returns", { kind: "api-method", parameters: [], dataType: text }, "return-value"],
  ["what this site adds on WebSocket", { topics: ["WebSocket"] }, "see-also"],
])("%s is a part of the page", (_, fields, id) => {
  expect(listSectionIds(toPage(fields))).toContain(id);
});

test("a page has no part that it says nothing in", () => {
  const page = toPage({ kind: "javascript", formats: [{ format: null }], returnValue: null, parameters: [] });
  expect(listSectionIds(page)).toEqual(["content", "attribution"]);
});
