import { readFileSync } from "node:fs";
import { type Page, PageSchema } from "@wasclean/schema";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseWikitext } from "../parse/parse-wikitext.ts";
import { toSlices } from "../parse/slices.ts";
import { createSiteIndex } from "../site/site-index.ts";
import { readPage } from "./read-page.ts";

function read(wikitext: string, slug = "a/B_c"): Page {
  const source = { path: `${slug}.wiki`, sha256: "0".repeat(64), bytes: Buffer.byteLength(wikitext) };
  return readPage({ wikitext, slug, source }, createSiteIndex([])).value;
}
const codes = (page: Page) => page.diagnostics.map(({ code }) => code);

describe("the archived CloseEvent page", () => {
  const file = new URL("../../../../data/wiki/apis/websocket/CloseEvent.wiki", import.meta.url);
  const wikitext = readFileSync(file, "utf8");
  const page = read(wikitext, "apis/websocket/CloseEvent");

  test("is an API object, read without a remark", () => {
    expect(page).toMatchObject({
      kind: "api-object",
      examplesNotRequired: false,
      title: "CloseEvent",
      subclassOf: null,
      overview: null,
    });
    expect([page.diagnostics, page.unknown, page.body]).toEqual([[], [], null]);
  });

  test("keeps its sample to the letter", () => {
    const inner = /<syntaxhighlight lang="javascript">\n(.*)\n<\/syntaxhighlight>/s.exec(wikitext)?.[1];
    expect(page.examples).toEqual([{ language: "JavaScript", description: null, code: inner, liveUrl: null }]);
  });

  test("has every value of both compatibility tables", () => {
    const expected = [...wikitext.matchAll(/^\|(\w+?)_((?:prefixed_)?(?:supported|version))=(.*)$/gm)].map(
      ([, browser, field, value]) => [browser?.toLowerCase(), field, value?.toLowerCase() || null],
    );
    const actual = [...(page.compatibility?.desktop ?? []), ...(page.compatibility?.mobile ?? [])]
      .flatMap((row) => Object.entries(row.support))
      .flatMap(([browser, { supported, version, prefixed }]) => [
        [browser, "supported", supported],
        [browser, "version", version?.raw ?? null],
        [browser, "prefixed_supported", prefixed.supported],
        [browser, "prefixed_version", prefixed.version?.raw ?? null],
      ]);
    expect(expected).toHaveLength(13 * 4);
    expect(actual).toEqual(expected);
  });

  test("gives each rich text its place", () => {
    const { notes, summary } = page;
    for (const text of [summary, notes?.notes]) expect(wikitext.slice(text?.start, text?.end)).toBe(text?.wikitext);
    expect(notes?.notes?.text).toContain("reason attribute is set to the WebSocket connection close reason");
  });

  test("credits its sources", () => {
    expect(page.attribution).toMatchObject({
      ccBySa: false,
      sources: ["MSDN"],
      mdn: null,
      msdn: {
        url: expect.stringContaining("hh828809%28v=vs.85%29.aspx"),
        label: "Windows Internet Explorer API reference",
      },
    });
  });

  test("names topic, status and specification", () => {
    expect(page.topics).toEqual(["WebSocket"]);
    expect(page.standardization).toEqual(["W3C Candidate Recommendation"]);
    const status = "W3C Candidate Recommendation";
    const [url, name] = ["http://www.w3.org/TR/websockets/", "W3C WebSocket Specification"];
    expect(page.specifications).toEqual([{ name, url, status, relevantChanges: null }]);
  });
});

const row = (argument: string) =>
  `{{Compatibility_Section|Desktop_rows={{Compatibility Table Desktop Row|${argument}}}}}`;

test.each<[string, string, string[]]>([
  ["an empty page", "", ["PAGE_EMPTY"]],
  ["white space", " \n", ["PAGE_EMPTY"]],
  ["no templates at all", "just text", ["PAGE_WITHOUT_TEMPLATES"]],
  ["a template that is never closed", "{{Flags}}{{Page_Title|x", ["BRACES_UNBALANCED"]],
  ["braces that close nothing", "{{Flags}} x }}", ["BRACES_UNBALANCED"]],
  ["an unknown template", "{{Nonsense|a=b}}", ["TEMPLATE_UNKNOWN"]],
  ["an unknown template in text", "{{Summary_Section|{{Nonsense|a=b}}}}", ["TEMPLATE_UNKNOWN"]],
  ["a row outside of its table", "{{Single Example|Code=x}}", ["TEMPLATE_MISPLACED"]],
  ["another template among the rows", "{{Examples_Section|Examples={{Method Parameter}}}}", ["TEMPLATE_MISPLACED"]],
  ["a template of the page among the rows", "{{Examples_Section|Examples={{Flags}}}}", ["TEMPLATE_IN_TEXT"]],
  ["a template of the page in text", "{{Summary_Section|{{Flags}}}}", ["TEMPLATE_IN_TEXT"]],
  ["a template that counts once, twice", "{{Flags}}{{Flags}}", ["TEMPLATE_REPEATED"]],
  ["a second template that gives a kind", "{{Guide}}{{Tutorial}}", ["KIND_REPEATED"]],
  ["a comment that is never closed", "{{Flags}}<!-- {{Page_Title|x}}", ["COMMENT_UNCLOSED"]],
  ["a stray pipe", "{{Summary_Section|a|b}}", ["ARGUMENT_REJOINED"]],
  ["an equals sign in text", "{{Summary_Section|a=b}}", ["EQUALS_IN_TEXT"]],
  [
    "a browser nobody knows",
    "{{Compatibility_Section|Notes_rows={{Compatibility Notes Row|Browser=Nosuch}}}}",
    ["BROWSER_UNKNOWN"],
  ],
  ["a query that nobody can answer", "{{#ask:[[Nonsense::x]]}}", ["LISTING_NOT_COMPUTED"]],
  ["text among the rows", "{{Examples_Section|Examples=text}}", ["TEXT_MISPLACED"]],
  ["an unknown parameter", "{{Flags\n|Nonsense=x}}", ["PARAMETER_UNKNOWN"]],
  ["a parameter given twice", "{{Flags|State=a|State=b}}", ["PARAMETER_REPEATED"]],
  ["an unknown support value", row("Chrome_supported=Perhaps"), ["VALUE_UNKNOWN"]],
  ["a version that is no number", row("Chrome_version=soon"), ["VERSION_UNREADABLE"]],
  [
    "neither yes nor no",
    "{{Examples_Section|Not_required=Maybe}}{{Compatibility_Section|Not_required=Maybe}}",
    ["VALUE_UNKNOWN"],
  ],
  ["an attribution without an address", "{{External_Attribution|MSDN_link=somewhere}}", ["ADDRESS_UNREADABLE"]],
  ["an address that is a script", "{{External_Attribution|MSDN_link=javascript:alert(1) x}}", ["ADDRESS_UNREADABLE"]],
  [
    "nesting without end",
    `{{Summary_Section|${"{{a|".repeat(200)}${"}}".repeat(200)}}}`,
    ["NESTING_TOO_DEEP", "TEMPLATE_UNKNOWN", "BRACES_UNBALANCED"],
  ],
  ["more nodes than MediaWiki allows", "|".repeat(1_000_001), ["TOO_MANY_NODES", "PAGE_WITHOUT_TEMPLATES"]],
  [
    "more to notice than anybody reads",
    "}} ".repeat(1001),
    ["BRACES_UNBALANCED", "PAGE_WITHOUT_TEMPLATES", "DIAGNOSTICS_OMITTED"],
  ],
  ["a page over MediaWiki's limit", `{{Flags}}${"a ".repeat(1024 * 1024)}`, ["PAGE_TOO_LARGE"]],
  ["empty arguments", "{{Flags|State=}}{{See_Also_Section}}{{Notes_Section|Notes=}}", []],
  ["a name with other spaces, and its first letter small", "{{ page_Title |x}}", []],
])("%s has its diagnostic", (_, wikitext, expected) => {
  const page = read(wikitext);
  expect(new Set(codes(page))).toEqual(new Set(expected));
  expect(PageSchema.safeParse(page).error).toBeUndefined();
});

describe("nothing is lost silently", () => {
  test.each([
    ["an unknown template", "{{Nonsense|a=b|c}}", { template: "Nonsense", parameters: { a: "b", 1: "c" } }],
    ["an unknown parameter", "{{Flags\n|Nonsense=x}}", { template: "Flags", parameters: { Nonsense: "x" } }],
    ["an unknown parameter given twice", "{{Flags\n|N=a\n|N=b}}", { parameters: { N: "a", "N (2)": "b" } }],
    ["a name that objects have", "{{X|__proto__=a}}", { parameters: Object.fromEntries([["__proto__", "a"]]) }],
  ])("%s is kept as it is", (_, wikitext, expected) => {
    expect(read(wikitext).unknown).toMatchObject([expected]);
  });

  test.each([
    ["text among the rows", "{{Examples_Section|Examples=text}}", "text"],
    ["a row outside of its table", "{{Method Parameter|Name=x|Description=y}}", "x\n\ny"],
    ["a second summary", "{{Summary_Section|a}}{{Summary_Section|b}}", "b"],
    ["a second template that gives a kind", "{{Guide|Content=a}}{{Tutorial|Content=b}}", "b"],
    ["the same template inside itself", "{{Guide|Content={{Guide|Content=a}}}}", "a"],
    ["an argument given twice", "{{Flags|State=a|State=b}}", "b"],
    ["words beside an address", "{{Examples_Section|Examples={{Single Example|LiveURL=[http://x.org y]}}}}", "y"],
  ])("%s is kept in the body", (_, wikitext, expected) => {
    expect(read(wikitext).body?.text).toBe(expected);
  });

  test("text outside the templates is the body", () => {
    expect(read("a\n{{Flags}}\n'''b'''").body).toMatchObject({ text: "a\n\nb", start: 0, end: 19 });
  });

  test("what stays in an unclosed template is the body", () => {
    expect(read("{{Page_Title|x").body?.text).toBe("{{Page_Title|x");
  });
});

test("a section that comes twice fills the gaps of the first", () => {
  const page = read("{{Notes_Section|Usage=a}}{{Notes_Section|Notes=b}}");
  expect([page.notes?.usage?.text, page.notes?.notes?.text, page.unknown]).toEqual(["a", "b", []]);
  expect(codes(page)).toEqual(["TEMPLATE_REPEATED"]);
});

test("a section that comes twice and adds nothing is kept in the body", () => {
  const page = read("{{Flags|State=a|Content=b}}{{Flags|State=|Content=b}}");
  expect([page.flags?.state, page.body?.text]).toEqual(["a", "b"]);
});

test.each(["{{API_Object}}{{Remarks_Section|Remarks=x}}", "{{Remarks_Section|Remarks=x}}{{API_Object}}"])(
  "a part of another kind's description does not displace the page's own: %s",
  (wikitext) => {
    const page = read(wikitext);
    expect([page.kind, page.body?.text]).toEqual(["api-object", "x"]);
  },
);

test("a second part of the same description keeps the first", () => {
  const page = read("{{Remarks_Section|Remarks=a}}{{Remarks_Section|Remarks=b}}");
  expect(page).toMatchObject({ kind: "javascript", remarks: { text: "a" }, body: { text: "b" } });
});

test("a second compatibility section adds its rows", () => {
  const page = read(row("Chrome_version=1").concat(row("Chrome_version=2")));
  expect(page.compatibility?.desktop.map(({ support }) => support.chrome.version?.raw)).toEqual(["1", "2"]);
  expect(codes(page)).toEqual(["TEMPLATE_REPEATED"]);
});

test("a link in a field of plain text is kept in the body", () => {
  const page = read("{{API_Object|Subclass_of=[[dom/Node]]}}");
  expect([page.kind === "api-object" && page.subclassOf, page.missingLinks]).toEqual(["dom/Node", ["dom/Node"]]);
  expect(page.body?.html).toContain("missing-page");
});

test("empty, absent and unknown are three things", () => {
  expect(read("").flags).toBeNull();
  expect(read("{{Flags}}").flags).toEqual({
    state: null,
    checkedOut: null,
    editorialNotes: null,
    highLevelIssues: [],
    contentIssues: [],
  });
  const support = read(row("Chrome_supported=Unknown|Firefox_supported=")).compatibility?.desktop[0]?.support;
  expect([support?.chrome.supported, support?.firefox.supported]).toEqual(["unknown", null]);
});

test("templates are counted at any depth, under their names as MediaWiki compares them", () => {
  const wikitext = "{{page_Title|x}}{{Notes_Section|Notes={{Note|a}} [[b|{{Note|c}}]] {{{d|}}}}}{{<x>}}";
  const source = { path: "x", sha256: "0".repeat(64), bytes: 1 };
  const { templates } = readPage({ wikitext, slug: "x", source }, createSiteIndex([]));
  expect(templates).toEqual({ "Page Title": 1, "Notes Section": 1, Note: 2 });
});

test("diagnostics are sorted by place", () => {
  const page = read("{{X|a}} }} {{Flags\n|N=x|State=a|State=b}}<!--");
  expect(codes(page)).toEqual([
    "TEMPLATE_UNKNOWN",
    "BRACES_UNBALANCED",
    "PARAMETER_UNKNOWN",
    "PARAMETER_REPEATED",
    "COMMENT_UNCLOSED",
  ]);
});

test.each([
  ["a template but none of a kind", "{{Flags}}", "generic"],
  ["text only", "x", "plain"],
  ["nothing", " ", "empty"],
  ["a listing", "{{API_Listing}}", "listing"],
])("the kind of a page with %s", (_, wikitext, kind) => {
  expect(read(wikitext).kind).toBe(kind);
});

test("a diagnostic of a template comes before those of its arguments", () => {
  const page = read("{{Flags}}{{Flags|State=a|State=b}}");
  expect(codes(page)).toEqual(["TEMPLATE_REPEATED", "PARAMETER_REPEATED"]);
});

test("a template that may stand in text is read there without a diagnostic", () => {
  const page = read("{{Summary_Section|a {{Editorial/Move_Candidate|b}}}}");
  expect([page.editorial[0]?.text?.text, codes(page)]).toEqual(["b", []]);
});

test("a row in text stays text, and is reported as misplaced", () => {
  const page = read("{{Summary_Section|a {{Method Parameter|b}}}}");
  expect([page.summary?.text, codes(page), page.unknown]).toEqual(["a b", ["TEMPLATE_MISPLACED"], []]);
});

test("a link in a version is kept in the body", () => {
  const page = read(row("Chrome_version=[[dom/Node|7]]"));
  expect(page.body?.text).toBe("7");
});

test("empty code is null", () => {
  expect(read("{{Examples_Section|Examples={{Single Example|Code=<pre></pre>}}}}").examples[0]?.code).toBeNull();
});

test("a page without a title is called by its path", () => {
  expect(read("{{Flags}}").title).toBe("B c");
});

test("any string gives a record that the schema accepts, with places inside the source", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      "{{Summary_Section|",
      "{{API_Object|",
      "{{Examples_Section|Examples=",
      "{{Single Example|Code=",
      "}}",
      "[[",
      "]]",
      "|",
    ),
    fc.constantFrom(
      row("Chrome_version="),
      "<pre>",
      "</pre>",
      "'''",
      "\n",
      "{|",
      "|}",
      "<!--",
      "<b>",
      "{{External_Attribution|MSDN_link=",
    ),
    fc.string({ unit: "binary" }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const wikitext = pieces.join("");
      const page = read(wikitext);
      expect(PageSchema.safeParse(page).error).toBeUndefined();
      for (const { start, end } of [...page.diagnostics, ...page.unknown]) {
        expect(0 <= start && start <= end && end <= wikitext.length).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

describe("a real page that was damaged", () => {
  const file = new URL("../../../../data/wiki/apis/websocket/CloseEvent.wiki", import.meta.url);
  const page = readFileSync(file, "utf8");
  const markup = fc.constantFrom("{{", "}}", "|", "=", "[[", "]]", "<pre>", "<!--", "{|", "\n", "'''");
  const damage = fc.record({ at: fc.nat(page.length), length: fc.nat(40), fragment: fc.oneof(markup, fc.string()) });

  test("gives a record that the schema accepts, and slices that give it back", () => {
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 6 }), (damages) => {
        let wikitext = page;
        for (const { at, length, fragment } of damages) {
          wikitext = wikitext.slice(0, at) + fragment + wikitext.slice(at + length);
        }
        expect(PageSchema.safeParse(read(wikitext)).error).toBeUndefined();
        expect(toSlices(parseWikitext(wikitext)).join("")).toBe(wikitext);
      }),
      { numRuns: 300 },
    );
  });
});
