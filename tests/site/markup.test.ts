import { expect, test } from "vitest";
import { readStartTags } from "./markup.ts";

const tagsOf = (html: string) =>
  readStartTags(`<!doctype html><title>x</title>${html}`).filter(({ name }) => !/^(html|head|title|body)$/.test(name));

test.each([
  ["<p ID=a class='b c'>", [["p", { id: "a", class: "b c" }, ""]]],
  ['<a href="/?a=1&amp;b=&quot;2">', [["a", { href: '/?a=1&b="2' }, ""]]],
  ["<!-- <p id=no> --><p>", [["p", {}, ""]]],
  ["<script>if (a < b) x('<p>')</script>", [["script", {}, "if (a < b) x('<p>')"]]],
  [
    "<noscript><link rel=stylesheet href=x></noscript>",
    [
      ["noscript", {}, ""],
      ["link", { rel: "stylesheet", href: "x" }, ""],
    ],
  ],
  [
    "<template><i></i></template>",
    [
      ["template", {}, ""],
      ["i", {}, ""],
    ],
  ],
])("the elements of %s", (html, expected) => {
  const found = tagsOf(html).map(({ name, attributes, content }) => [name, Object.fromEntries(attributes), content]);
  expect(found).toEqual(expected);
});
