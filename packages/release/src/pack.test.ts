import { expect, test } from "vitest";
import { withoutPadding, withoutRelativeLinks } from "./pack.ts";

test.each([
  ["see [its schema](./schema/x.ts) and [RFC](https://example.com)", "see its schema and [RFC](https://example.com)"],
  ["[below](#below)", "[below](#below)"],
])("relative links become text: %s", (markdown, text) => expect(withoutRelativeLinks(markdown)).toBe(text));

test.each([
  ["| a    | b |\n| ---- | ------ |\n", "| a | b |\n| --- | --- |\n"],
  ["    indented  code", "    indented  code"],
])("tables lose their padding: %j", (markdown, text) => expect(withoutPadding(markdown)).toBe(text));
