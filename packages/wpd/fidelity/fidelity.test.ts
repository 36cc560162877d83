import { describe, expect, test } from "vitest";
import type { Metric } from "./corpus-page.ts";
import { isMet, measureCorpus } from "./measure-corpus.ts";
import { type ReadRecord, readRecord } from "./read-record.ts";
import { scanPage } from "./scan-page.ts";

const SOURCE = `{{Page_Title|Close}}
{{Summary_Section|The '''close''' event of a [[apis/Socket|socket]], see [[apis/Gone]] and [http://a.example/x?y{{=}}1 this] <nowiki>'''</nowiki>.}}
{{Examples_Section
|Not_required=No
|Examples={{Single_Example
|Language=JS
|Code=<pre>
a {{!}}{{!}} b &lt; c
</pre>
}}
}}
{{Notes_Section
|Notes=Uses <iframe> and {{!}} pipes
{| class="wikitable"
|-
| style="x:y" | cell || other
|}
<pre>p</pre>
}}
{{Compatibility_Section
|Not_required=Yes
|Desktop_rows={{Compatibility Table Desktop Row
|Feature=one
|Chrome_supported=Yes
|Chrome_version=7+
|Chrome_prefixed_supported=
}}
|Notes_rows={{Compatibility Notes Row
|Browser=IE
|Version=6
|Note=Only '''half'''
}}
}}
Outside`;

const TITLE = { title: "Close" };
const RECORD = {
  ...TITLE,
  summary: {
    html: '<p>The <b>close</b> event of a <a href="/apis/Socket/">socket</a>, see <span class="missing-page">apis/Gone</span> and <a href="http://a.example/x?y=1">this</a> \'\'\'.</p>',
  },
  examplesNotRequired: false,
  examples: [{ language: "JS", code: "a || b < c" }],
  notes: {
    notes: {
      html: "<p>Uses &#x3C;iframe> and | pipes</p><table><tr><td>cell</td><td>other</td></tr></table><pre>p</pre>",
    },
  },
  compatibility: {
    notRequired: true,
    desktop: [
      {
        feature: "one",
        support: {
          chrome: { supported: "yes", version: { raw: "7+" }, prefixed: { supported: null, version: null } },
        },
      },
    ],
    notes: [{ browser: "IE", version: { raw: "6" }, note: { html: "<p>Only <b>half</b></p>" } }],
  },
  body: { html: "<p>Outside</p>" },
  unknown: [],
};

const OTHER = { path: "apis/Socket.wiki", slug: "apis/Socket", scanned: scanPage(""), record: readRecord({}) };
const measure = (record: string, source = SOURCE) =>
  measureCorpus([
    { path: "Close.wiki", slug: "Close", scanned: scanPage(source), record: readRecord(JSON.parse(record)) },
    OTHER,
  ]);
const missed = (record: string, source = SOURCE) =>
  Object.entries(measure(record, source)).flatMap(([metric, sum]) => (isMet(sum) ? [] : [metric]));

test("a faithful record meets every target, and everything was counted", () => {
  const measures = measure(JSON.stringify(RECORD));
  expect(Object.values(measures).flatMap(({ offenders }) => offenders)).toEqual([]);
  expect(measures.words.counts).toEqual({ parameters: 12 });
  expect(measures.samples.total).toBe(2);
  expect(measures.compatibility.counts).toEqual({ cells: 1, versions: 1, notes: 1 });
  expect(measures.links).toMatchObject({ total: 2, counts: { resolved: 1, "marked as missing": 1 } });
});

/** What is replaced in the record, and what must notice. */
const MUTATIONS: [what: string, from: string, to: string, noticed: Metric[]][] = [
  ["a word dropped", "The <b>", "<b>", ["words"]],
  ["a word in other case", "event of", "Event of", ["words"]],
  ["text outside templates dropped", "Outside", "", ["words"]],
  ["a table cell dropped", "other", "", ["words"]],
  ["a yes/no value turned", '"examplesNotRequired":false', '"examplesNotRequired":true', ["words"]],
  ["a yes/no value in another place", "examplesNotRequired", "something", ["words"]],
  ["an address changed", "x?y=1", "x?z=1", ["words"]],
  ["a byte of code changed", "b < c", "b <  c", ["samples"]],
  ["a line break added to code", "b < c", "b < c\\n", ["samples"]],
  ["a pre element changed", "<pre>p</pre>", "<pre>p </pre>", ["samples"]],
  ["a cell changed", '"supported":"yes"', '"supported":"no"', ["compatibility"]],
  [
    "a version moved",
    '"version":{"raw":"7+"},"prefixed":{"supported":null,"version":null}',
    '"version":null,"prefixed":{"supported":null,"version":{"raw":"7+"}}',
    ["compatibility"],
  ],
  ["a cell made up", '"prefixed":{"supported":null', '"prefixed":{"supported":"no"', ["compatibility"]],
  ["a note's version changed", '"raw":"6"', '"raw":"7"', ["words", "compatibility"]],
  ["a note of another browser", '"browser":"IE"', '"browser":"Opera"', ["words", "compatibility"]],
  ["a note's word lost", "<b>half</b>", "", ["words", "compatibility"]],
  ["a link unmarked", '<span class=\\"missing-page\\">', "<span>", ["links"]],
  [
    "a link marked that resolves",
    '<a href=\\"/apis/Socket/\\">socket</a>',
    '<span class=\\"missing-page\\">socket</span>',
    ["links"],
  ],
  ["a link to no page", "/apis/Socket/", "/apis/Nowhere/", ["links"]],
  ["a link into the old wiki", "/apis/Socket/", "http://docs.webplatform.org/wiki/apis/Socket", ["links"]],
  ["quotes left over", "Outside", "'''Outside'''", ["leftovers"]],
  ["brackets left over", "Outside", "[[Outside]]", ["leftovers"]],
  ["braces left over", "Outside", "{{Outside}}", ["leftovers"]],
  ["a stray tag left over", "Outside", "Outside&lt;/pre>", ["leftovers"]],
  ["an event handler", "<td>cell", "<td onclick='x'>cell", ["safety"]],
  ["a style", "<td>cell", "<td style='x'>cell", ["safety"]],
  ["a script's address", "/apis/Socket/", "java\\tscript:x", ["links", "safety"]],
  ["a data address", 'href=\\"http://a.example/x?y=1\\"', 'href=\\"data:a.example/x?y=1\\"', ["words", "safety"]],
  ["a tag not allowed", "&#x3C;iframe>", "<iframe></iframe>", ["words", "safety"]],
  ["a tag not shown", "&#x3C;iframe>", "iframe", ["safety"]],
  ["an unclosed tag", "<p>Outside</p>", "<p>Outside", ["safety"]],
];

describe("mutated records are caught", () => {
  test.each(MUTATIONS)("%s", (_, from, to, noticed) => {
    const record = JSON.stringify(RECORD);
    expect(record).toContain(from);
    expect(missed(record.replace(from, to))).toEqual(noticed);
  });
});

const html = (body: string, more: ReadRecord["json"] = {}) => JSON.stringify({ ...more, body: { html: body } });

/** Source, record, what must notice. */
const PAGES: [what: string, source: string, record: string, noticed: Metric[]][] = [
  ["a paragraph twice in the source, once in the record", "a b c\n\na b c", html("<p>a b c</p>"), ["words"]],
  [
    "words lost, but in the copy of the source",
    "a b",
    '{"body":{"wikitext":"a b","html":"<p>a</p>","text":"a b"}}',
    ["words"],
  ],
  [
    "an unknown parameter kept",
    "{{Flags|State=a\n|New=b c\n}}",
    '{"state":"a","unknown":[{"template":"Flags","parameters":{"New":"b c"}}]}',
    [],
  ],
  [
    "a known parameter put off as unknown",
    "{{Flags|State=b c}}",
    '{"unknown":[{"template":"Flags","parameters":{"State":"b c"}}]}',
    ["words"],
  ],
  [
    "a stray pipe's text put off as unknown",
    "{{Flags|State=a|b}}",
    '{"state":"a","unknown":[{"template":"Flags","parameters":{"1":"b"}}]}',
    ["words"],
  ],
  ["a template that nobody knows kept", "{{New|b}}", '{"unknown":[{"template":"New","parameters":{"1":"b"}}]}', []],
  ["an equals sign in positional text", "{{Summary_Section|a = b}}", '{"summary":{"html":"a = b"}}', []],
  ["the same, cut", "{{Summary_Section|a = b}}", '{"summary":{"html":"b"}}', ["words"]],
  [
    "an address kept as written",
    "{{External_Attribution|MDN_link=[http://a.example/b b]}}",
    '{"mdn":{"raw":"[http://a.example/b b]"}}',
    [],
  ],
  [
    "the same without the address",
    "{{External_Attribution|MDN_link=[http://a.example/b b]}}",
    '{"mdn":{"raw":"b"}}',
    ["words"],
  ],
  ["white space after an argument", "{{Single_Example|Code=a\n \n}}", '{"examples":[{"code":"a"}]}', []],
  ["white space before code", "{{Single_Example|Code=\n  a\n}}", '{"examples":[{"code":"a"}]}', ["samples"]],
  [
    "a copied tail dropped",
    "{{Summary_Section|One two three. Four five six seven, eight nine|Four five six seven, eight nine three_ Four}}",
    '{"summary":{"html":"One two three. Four five six seven, eight nine"}}',
    ["words"],
  ],
  [
    "a copied tail of nothing new dropped",
    "{{Summary_Section|One two three. Four five six seven, eight nine|two three_ Four five six seven, eight nine}}",
    '{"summary":{"html":"One two three. Four five six seven, eight nine"}}',
    [],
  ],
  ["an unclosed source element", "the <source> tag", html("<p>the &lt;source> tag</p>"), []],
  ["an unclosed source element dropped", "the <source> tag", html("<p>the tag</p>"), ["words", "safety"]],
  [
    "the same spelt with an entity",
    "the <code>&lt;source></code> tag",
    html("<p>the <code>&lt;source></code> tag</p>"),
    [],
  ],
  ["brackets of code in text", "f([[1,2],[3,4]]) a[b[0]]", html("<p>f([[1,2],[3,4]]) a[b[0]]</p>"), []],
  ["markup spelt with entities", "&#91;&#91;a&#93;&#93; &lt;br&gt;", html("<p>[[a]] &lt;br></p>"), []],
  ["markup in nowiki", "<nowiki>{{a}} [[b]]</nowiki>", html("<p>{{a}} [[b]]</p>"), []],
  [
    "a file's caption and name",
    "[[File:x y.png|thumb|300px|A b]]",
    html('<img src="/files/x%20y.png" alt=""><p>A b</p>'),
    [],
  ],
  ["a file's name lost", "[[File:x y.png|thumb|A b]]", html("<p>A b</p>"), ["words"]],
  ["a link on the page", "[[#a|b]]", html('<p><a href="#a">b</a></p>'), []],
  ["a link in other case", "[[apis/socket]]", html('<p><a href="/apis/Socket">apis/socket</a></p>'), []],
  ["a link by its last segment", "[[x/y/Socket]]", html('<p><a href="/apis/Socket">x/y/Socket</a></p>'), []],
  ["a link dropped", "[[x]]", html("<p>x</p>"), ["links"]],
  [
    "bold part of a word",
    "'''W'''ord [[a|'''b''']]'s",
    html('<b>W</b>ord <span class="missing-page"><b>b</b></span>\'s'),
    [],
  ],
];

describe("pages", () => {
  test.each(PAGES)("%s", (_, source, record, noticed) => {
    expect(missed(record, source)).toEqual(noticed);
  });
});
