import { describe, expect, test } from "vitest";
import { createSiteIndex } from "../site/site-index.ts";
import { readPage } from "./read-page.ts";

const read = (wikitext: string) =>
  readPage({ slug: "x", wikitext, source: { path: "x", sha256: "0".repeat(64), bytes: 1 } }, createSiteIndex([])).value;

describe("text that MediaWiki drops is kept", () => {
  test.each([
    ["a stray pipe", "{{Notes_Section|Notes=a | b}}", "a | b"],
    ["pipes in code", "{{Notes_Section|Notes=if (a || b)\n|Usage=c}}", "if (a || b)"],
    ["an equals sign after a pipe", "{{Notes_Section|Notes=a | b = c}}", "a | b = c"],
    ["several pipes", "{{Notes_Section|Notes=a|b|c|d}}", "a|b|c|d"],
    ["a literal table", '{{Notes_Section|Notes=\n{| class="wikitable"\n| a || b\n|}\n}}', "a\n\nb"],
    ["a literal table right after the name", "{{Notes_Section|Notes={|\n| a\n|}\n}}", "a"],
    ["a template in the part that was cut off", "{{Notes_Section|Notes=a | {{Note|b}}}}", "a |\n\nNote: b"],
  ])("%s", (_, wikitext, text) => {
    expect(read(wikitext).notes?.notes?.text).toBe(text);
  });

  test.each([
    ["an equals sign in positional text", "{{Summary_Section|a = b}}", "a = b"],
    ["an address in positional text", "{{Summary_Section|[http://x.org/?a=b c]}}", "c"],
    ["a stray pipe in positional text", "{{Summary_Section|a | b}}", "a | b"],
    ["an explicit position", "{{Summary_Section|1=a}}", "a"],
  ])("%s", (_, wikitext, text) => {
    expect(read(wikitext).summary?.text).toBe(text);
  });

  test("the wikitext of what was put back is a slice of the source", () => {
    const wikitext = "{{Notes_Section|Notes=a | b = {{!}} c|d\n|Usage=e}}";
    const notes = read(wikitext).notes?.notes;
    expect(wikitext.slice(notes?.start, notes?.end)).toBe(notes?.wikitext);
    expect(notes?.wikitext).toBe("a | b = {{!}} c|d");
  });
});

test("a well-formed parameter on a line of its own is not text of the one before", () => {
  const { notes, unknown } = read("{{Notes_Section\n|Notes=a\n|Nonsense=b\n}}");
  expect([notes?.notes?.text, unknown[0]?.parameters]).toEqual(["a", { Nonsense: "b" }]);
});

test("a tail of arguments that was pasted once more is dropped", () => {
  const { notes, unknown, diagnostics } = read("{{Notes_Section|Usage=a|Notes=b|Usage=a|Notes=b}}");
  expect([notes?.usage?.text, notes?.notes?.text, unknown]).toEqual(["a", "b", []]);
  expect(diagnostics.map(({ code }) => code)).toEqual(["PARAMETER_REPEATED", "PARAMETER_REPEATED"]);
});

test("a repeated argument fills an empty one", () => {
  expect(read("{{Notes_Section|Notes=|Notes=b}}").notes?.notes?.text).toBe("b");
});

test("names may be written with other spaces and letters", () => {
  expect(read("{{External_Attribution|is_cc-by-sa=Yes|MSDN link=http://x.org y}}").attribution).toMatchObject({
    ccBySa: true,
    msdn: { url: "http://x.org", label: "y" },
  });
});
