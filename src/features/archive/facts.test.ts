import { readFileSync } from "node:fs";
import type { Page } from "@wasclean/schema";
import { expect, test } from "vitest";
import { listFacts } from "./facts.ts";
import { toSyntax } from "./to-syntax.ts";

const own = JSON.parse(readFileSync("data/pages/apis/websocket/CloseEvent.json", "utf8")) as Page;
const toPage = (fields: object) => ({ ...own, standardization: [], topics: [], categories: [], ...fields }) as Page;
const text = { wikitext: "x", html: "<p>x</p>", text: "x", start: 0, end: 1 };

test("a page's facts are those of its kind, then those of all; what the wiki left open is none", () => {
  const page = toPage({
    kind: "css-property",
    initialValue: text,
    inherited: "No",
    media: null,
    topics: ["CSS", "CSS"],
  });
  expect(listFacts(page)).toEqual([
    { name: "Initial value", value: text },
    { name: "Inherited", value: "No" },
    { name: "Topics", value: "CSS" },
  ]);
});

test("a property that is about an event has the event's facts", () => {
  const event = { appliesTo: null, interface: null, target: null, synchronous: "No", bubbles: null, cancelable: null };
  const page = toPage({ kind: "api-property", readOnly: true, event });
  expect(listFacts(page)).toEqual([
    { name: "Read-only", value: "Yes" },
    { name: "Synchronous", value: "No" },
  ]);
});

const METHOD = { kind: "api-method", title: "add", exampleObjectName: "select", returnValueName: null, parameters: [] };
const PROPERTY = { kind: "api-property", title: "code", exampleObjectName: "event", exampleValueName: null };

test.each([
  [METHOD, "select.add();"],
  [{ ...METHOD, returnValueName: "a", parameters: [{ name: "b" }, { name: null }] }, "var a = select.add(b, …);"],
  [{ ...METHOD, exampleObjectName: null }, null],
  [{ ...PROPERTY, returnValueName: "n", readOnly: true }, "var n = event.code;"],
  [{ ...PROPERTY, returnValueName: null, readOnly: null }, "var result = event.code;\nevent.code = value;"],
  [{ kind: "concept" }, null],
])("syntax of %j", (fields, expected) => {
  expect(toSyntax(toPage(fields))).toBe(expected);
});
