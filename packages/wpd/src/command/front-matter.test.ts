import { expect, test } from "vitest";
import { blankFrontMatter } from "./front-matter.ts";

test.each([
  ["---\ntitle: 'A'\n---\n{{x}}", "   \n          \n   \n{{x}}", "---\ntitle: 'A'\n---\n"],
  ["---\r\na\r\n---\r\nb", "   \r\n \r\n   \r\nb", "---\r\na\r\n---\r\n"],
  ["---\n---", "   \n   ", "---\n---"],
  ["---\nno end", "---\nno end", null],
  ["----\na\n----\n", "----\na\n----\n", null],
  ["text\n---\na\n---\n", "text\n---\na\n---\n", null],
])("blanks the front matter of %j, and keeps every place", (source, wikitext, frontMatter) => {
  expect(blankFrontMatter(source)).toEqual({ wikitext, frontMatter });
});
