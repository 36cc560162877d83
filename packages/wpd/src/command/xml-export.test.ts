import { expect, test } from "vitest";
import { toExport } from "../testing/to-export.ts";
import type { ExportedPage } from "./export-reader.ts";
import { MAX_SOURCE_BYTES } from "./listed-page.ts";
import { readXmlExport } from "./xml-export.ts";

async function read(xml: string | Buffer, size = Number.POSITIVE_INFINITY): Promise<ExportedPage[]> {
  const bytes = Buffer.from(xml);
  async function* chunks() {
    for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
  }
  const pages: ExportedPage[] = [];
  for await (const page of readXmlExport(chunks())) pages.push(page);
  return pages;
}

const page = (inside: string) => `<mediawiki><page><title>A</title>${inside}</page></mediawiki>`;
const revision = (inside: string) => page(`<ns>0</ns><revision>${inside}</revision>`);

test("reads a page's text as it was written, whatever the chunks", async () => {
  const text = "{{Page_Title|Ü & <b>}}\n\n  ''𝒳'' &amp; \n";
  for (const size of [1, 7, 1000]) {
    const [found] = await read(toExport([{ title: "a b/c", text }]), size);
    expect(found).toMatchObject({ title: "a b/c", namespace: 0, isRedirect: false, revision: { text } });
  }
});

test.each([
  ["CDATA", revision("<text><![CDATA[{{a|<b>&amp;}}]]></text>"), { revision: { text: "{{a|<b>&amp;}}" } }],
  ["a redirect", page('<ns>0</ns><redirect title="B" />'), { isRedirect: true, revision: null }],
  ["another namespace", page("<ns>3000</ns>"), { namespace: 3000 }],
  ["hidden text", revision('<text deleted="deleted" />'), { revision: { isHidden: true } }],
  ["a stub", revision('<text id="7" bytes="12" />'), { revision: { hasText: false } }],
  ["an empty text", revision('<text bytes="0" />'), { revision: { hasText: true, text: "" } }],
  ["another model", revision("<model>json</model><text>{}</text>"), { revision: { model: "json" } }],
  [
    "other slots",
    revision("<text>main</text><content><role>meta</role><text>other</text></content>"),
    { revision: { text: "main" } },
  ],
  [
    "no ns, in old exports",
    '<mediawiki><siteinfo><namespaces><namespace key="10">Template</namespace></namespaces></siteinfo><page><title>Template:X</title></page></mediawiki>',
    { namespace: 10 },
  ],
])("understands %s", async (_, xml, expected) => {
  expect(await read(xml)).toMatchObject([expected]);
});

test.each([
  [["2013", "2015", "2014"], "2015"],
  [["2015", "2014"], "2015"],
  [["2014", "2015", "2015"], "2015 again"],
])("takes the latest of the revisions %j", async (years, expected) => {
  const seen = new Set<string>();
  const revisions = years.map((year) => {
    const text = seen.has(year) ? `${year} again` : year;
    seen.add(year);
    return `<revision><timestamp>${year}-01-01T00:00:00Z</timestamp><text>${text}</text></revision>`;
  });
  expect((await read(page(revisions.join(""))))[0]?.revision?.text).toBe(expected);
});

test("cuts a text that is too long for a page, and reads on", async () => {
  const long = "x".repeat(MAX_SOURCE_BYTES + 1);
  const [first, second] = await read(toExport([{ title: "A", text: long }, { title: "B" }]), 65536);
  expect(first?.revision).toMatchObject({ isCut: true, hasText: true });
  expect(second?.revision).toMatchObject({ isCut: false, text: "x" });
});

const BOMB = `<!DOCTYPE m [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>\n${revision("<text>&b;</text>")}`;

test.each([
  ["is cut off", "<mediawiki>\n<page>\n<title>A", 3, /cut off or not well-formed: unclosed root tag/],
  ["is empty", "\n", 1, /empty/],
  ["has crossed tags", "<mediawiki>\n<page></mediawiki></page>", 2, /unexpected close tag/],
  ["has a bare ampersand", revision("<text>\n\na & b</text>"), 3, /invalid character/],
  ["has an unknown entity", revision("<text>&nbsp;</text>"), 1, /invalid character entity/],
  ["is something else", "<html></html>", 1, /not a MediaWiki export: its root is <html>/],
  ["has tags in a text", revision("<text>a<b>c</b></text>"), 1, /<b> where only text is allowed/],
  ["is nested deep", `<mediawiki>${"<a>".repeat(100)}`, 1, /nested too deep/],
  ["has a title without end", page(`<title>${"x".repeat(5000)}</title>`), 1, /too long/],
  [
    "has attributes without end",
    `<mediawiki ${Array.from({ length: 99 }, (_, n) => `a${n}="" `).join("")}>`,
    1,
    /attributes/,
  ],
  ["is not UTF-8", Buffer.from([...Buffer.from("<mediawiki>\n"), 0xe9, 0x28]), 1, /not UTF-8/],
  ["declares entities", BOMB, 1, /DOCTYPE/],
])("reports the line if the XML %s", async (_, xml, line, message) => {
  await expect(read(xml)).rejects.toMatchObject({ message: expect.stringMatching(message), line });
});
