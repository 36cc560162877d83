import { expect, test } from "vitest";
import { createLinkResolver } from "./links.ts";

const { resolve } = createLinkResolver([
  "apis/websocket/CloseEvent",
  "apis/web-storage/Storage",
  "css/properties/color",
  "svg/properties/color",
  "dom/Node",
  "Main_Page",
  "Beginners/pt-br",
]);

test.each([
  ["apis/websocket/CloseEvent", "exact", "/apis/websocket/CloseEvent/"],
  [":apis/websocket/CloseEvent", "exact", "/apis/websocket/CloseEvent/"],
  ["/apis/websocket/CloseEvent/", "exact", "/apis/websocket/CloseEvent/"],
  ["Main Page", "exact", "/Main_Page/"],
  ["dom/Node#child nodes", "exact", "/dom/Node/#child_nodes"],
  ["dom/node", "normalized", "/dom/Node/"],
  ["apis/web storage/storage", "normalized", "/apis/web-storage/Storage/"],
  ["websocket/CloseEvent", "last-segment", "/apis/websocket/CloseEvent/"],
  ["Storage", "last-segment", "/apis/web-storage/Storage/"],
  ["#top", "same-page", "#top"],
  ["http://docs.webplatform.org/wiki/dom/Node", "exact", "/dom/Node/"],
  ["https://docs.webplatform.org/wiki/dom/Node#x", "exact", "/dom/Node/#x"],
  ["//docs.webplatform.org/wiki/dom/Node", "exact", "/dom/Node/"],
  ["http://docs.webplatform.org/w/index.php?title=dom/Node&action=edit", "exact", "/dom/Node/"],
  ["http://docs.webplatform.org/wiki/dom/Nothing", "missing", null],
  ["http://docs.webplatform.org/", "exact", "/Main_Page/"],
  ["http://www.w3.org/", "external", "http://www.w3.org/"],
  ["color", "missing", null],
  ["nothing/here", "missing", null],
  ["", "missing", null],
  ["Image:x.png", "file", null],
  ["File:x.png", "file", null],
  ["WPD:Policy", "interwiki", null],
  ["User:Someone", "interwiki", null],
  ["User talk:Someone", "interwiki", null],
  ["Special:Log/Node", "interwiki", null],
  ["wikipedia:Node", "interwiki", null],
  ["http://docs.webplatform.org", "exact", "/Main_Page/"],
  ["http://docs.webplatform.org.evil.org/", "external", "http://docs.webplatform.org.evil.org/"],
  ["%E0%A4%A", "missing", null],
  ["__proto__", "missing", null],
  ["constructor: x", "interwiki", null],
])("%j is %s and leads to %j", (target, outcome, href) => {
  expect(resolve(target)).toMatchObject({ outcome, href });
});
