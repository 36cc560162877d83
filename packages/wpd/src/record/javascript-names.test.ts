import { PageSchema } from "@wasclean/schema";
import { expect, test } from "vitest";
import { scanPage } from "../site/scan-page.ts";
import { createSiteIndex } from "../site/site-index.ts";
import { JAVASCRIPT_NAMES } from "../testing/javascript-names.ts";
import { readPage } from "./read-page.ts";

const WORD = "LOSTWORD";

/** The places that a name can have in wikitext, each with a word that must stay in the record. */
const PLACES: Readonly<Record<string, (name: string) => string>> = {
  "parameter of an unknown template": (name) => `{{Mystery|${name}=${WORD}|x=1}}`,
  "parameter given twice": (name) => `{{Mystery|${name}=one|${name}=${WORD}|x=1}}`,
  "parameter of a template in text": (name) => `a {{Mystery|${name}=${WORD}}} b`,
  "parameter of Flags": (name) => `{{Flags\n|State=Ready\n|${name}=${WORD}\n}}`,
  "parameter of a row": (name) =>
    `{{Compatibility_Section\n|Desktop_rows={{Compatibility Table Desktop Row\n|Feature=a\n|${name}=${WORD}\n}}\n}}`,
  "parameter of a repeated section": (name) =>
    `{{Notes_Section\n|Usage=a}}\n{{Notes_Section\n|Notes=b\n|${name}=${WORD}\n}}`,
  template: (name) => `{{${name}|${WORD}}}`,
  "template in text": (name) => `a {{${name}|${WORD}}} b`,
  "template without arguments": (name) => `${WORD} {{${name}}} b`,
  "argument's template": (name) => `{{Summary_Section|a {{${name}|x=${WORD}}}}}`,
  macro: (name) => `{{${name}("${WORD}")}}`,
  title: (name) => `{{Page_Title|${name}}} ${WORD}`,
  link: (name) => `[[${name}|${WORD}]]`,
  "link's fragment": (name) => `[[#${name}|${WORD}]]`,
  namespace: (name) => `[[${name}:${name}|${WORD}]]`,
  category: (name) => `[[Category:${name}]] ${WORD}`,
  query: (name) => `{{#ask: [[Category:${name}]]|${name}=${WORD}}}`,
  browser: (name) =>
    `{{Compatibility_Section\n|Notes_rows={{Compatibility Notes Row\n|Browser=${name}\n|Version=${name}\n|Note=${WORD}\n}}\n}}`,
  heading: (name) => `== ${name} ==\n${WORD}`,
  "name of a reference": (name) => `a<ref name="${name}">${WORD}</ref> <ref name=${name} />`,
  language: (name) => `<syntaxhighlight lang="${name}">${WORD}</syntaxhighlight>`,
  "language of an example": (name) =>
    `{{Examples_Section\n|Examples={{Single Example\n|Language=${name}\n|Code=<pre>${WORD}</pre>\n}}\n}}`,
  tag: (name) => `<${name}>${WORD}</${name}>`,
  "attribute of a tag": (name) => `<span ${name}="1" title="${WORD}">a</span>`,
  "attribute that cannot be one": (name) => `<span title="a" ${name}=1>${WORD}</span>`,
  "attribute of a table": (name) => `{| ${name}="1"\n|- ${name}="1"\n| ${name}="1" | ${WORD}\n|}`,
  file: (name) => `[[File:${name}|${WORD}]]`,
  "definition list": (name) => `; ${name} : ${WORD}`,
  topic: (name) => `{{Topics|${name}, ${WORD}}}`,
  kind: (name) => `{{${name}}}\n{{JS_Topics\n|JS Page Type=${name}\n|Applies to=${WORD}\n}}`,
  reported: (name) => `{{API_Object_Property\n|Property_applies_to=${name}\n|Read_only=${name}\n|Content=${WORD}\n}}`,
};

const read = (wikitext: string, slug = "a/b") => {
  const site = createSiteIndex([scanPage({ slug, wikitext }), scanPage({ slug: "a", wikitext: "{{API Object}}" })]);
  const source = { path: `${slug}.wiki`, sha256: "0".repeat(64), bytes: Buffer.byteLength(wikitext) };
  const { value, templates } = readPage({ wikitext, slug, source }, site);
  return { json: JSON.stringify(PageSchema.parse(value)), templates };
};
/** The words of a record's fields; the wikitext of a field holds any word. */
const wordsOf = (json: string) => json.replace(/"wikitext":"(?:[^"\\]|\\.)*"/g, "");

const prototype = () => JSON.stringify(Object.getOwnPropertyNames(Object.prototype).sort());

for (const [place, make] of Object.entries(PLACES)) {
  test(`a name of JavaScript's is a name like any other: ${place}`, () => {
    const before = prototype();
    // An ordinary name, of the same letters and case, shows what is to be kept.
    const ordinary = wordsOf(read(make("ordinary")).json);
    expect(ordinary, "ordinary").toContain(WORD);
    for (const name of JAVASCRIPT_NAMES) {
      const { json } = read(make(name));
      expect(wordsOf(json), name).toContain(WORD);
      // Everything that survives parsing JSON again, as the site does.
      expect(JSON.stringify(PageSchema.parse(JSON.parse(json))), name).toBe(json);
      // A category has spaces for underscores, a language is in lower case.
      const bare = name.replaceAll("_", "").toLowerCase();
      const isKept = wordsOf(json).toLowerCase().includes(bare);
      expect(isKept || !ordinary.includes("ordinary"), `${name} is in the record`).toBe(true);
    }
    expect(prototype()).toBe(before);
  });
}

test("an argument of the name is kept under that name", () => {
  for (const name of JAVASCRIPT_NAMES) {
    const { unknown } = PageSchema.parse(JSON.parse(read(`{{Mystery|${name}=${WORD}|x=1}}`).json));
    expect(Object.entries(unknown[0]?.parameters ?? {})).toEqual([
      [name, WORD],
      ["x", "1"],
    ]);
  }
});

test("pages of these names are pages, link targets and members", () => {
  for (const name of JAVASCRIPT_NAMES) {
    for (const slug of [name, `a/${name}`, `${name}/${name}`]) {
      const wikitext = `{{API_Object_Method\n|Method_applies_to=${slug}\n}}\n[[${slug}|${WORD}]]`;
      const { json } = read(wikitext, slug);
      const page = PageSchema.parse(JSON.parse(json));
      expect(page.slug).toBe(slug);
      expect(page.body?.html).toContain(`<a href="/${slug}/">${WORD}</a>`);
      const site = createSiteIndex([scanPage({ slug, wikitext })]);
      expect(site.membersOf(slug).methods).toHaveLength(1);
      expect(site.membersOf(`no ${slug}`).methods).toEqual([]);
    }
    const empty = createSiteIndex([]);
    expect(empty.resolve(name).slug).toBeNull();
    expect(empty.membersOf(name)).toEqual({ properties: [], methods: [], events: [] });
    expect(empty.ask(`[[Category:${name}]]`)).toEqual([]);
  }
});
