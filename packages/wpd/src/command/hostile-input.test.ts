import { mkdir, readdir, rm, symlink } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { ReportSchema } from "@wasclean/schema";
import { afterEach, beforeEach, expect, test } from "vitest";
import { JAVASCRIPT_NAMES } from "../testing/javascript-names.ts";
import { TestFolder } from "../testing/test-folder.ts";
import { toExport } from "../testing/to-export.ts";
import { type Tried, tryCommand } from "../testing/try-command.ts";

let folder: TestFolder;
beforeEach(async () => {
  folder = await TestFolder.create();
});
afterEach(() => folder.remove());

const good = { title: "good", text: "kept" };

/** An input that is at fault, and what the import says and does. */
interface Case {
  name: string;
  files: Record<string, string | Buffer>;
  input: string;
  /** What the line about it has; `null` if nothing is wrong. */
  says: RegExp | null;
  /** The records that are written all the same. */
  records: string[];
}

const DOCTYPE = '<?xml version="1.0"?><!DOCTYPE m [<!ENTITY a "aaaaaaaaaa">';
const bomb = `${DOCTYPE}${Array.from({ length: 9 }, (_, level) => `<!ENTITY a${level} "${`&a${level - 1 < 0 ? "" : level - 1};`.repeat(10)}">`).join("")}]><mediawiki>&a8;</mediawiki>`;
const pages = (...titles: string[]) => toExport([...titles.map((title) => ({ title, text: "bad" })), good]);
const xml = (text: string | Buffer) => ({ "in.xml": text });
const wiki = (name: string, text: string | Buffer) => ({ [`in/${name}`]: text, "in/good.wiki": "kept" });

const CASES: Case[] = [
  { name: "entities in entities", files: xml(bomb), input: "in.xml", says: /in\.xml:1: .*DOCTYPE/, records: [] },
  {
    name: "an external entity",
    files: xml(`<!DOCTYPE m [<!ENTITY a SYSTEM "file:///etc/passwd">]>${pages("&a;")}`),
    input: "in.xml",
    says: /in\.xml:1: .*DOCTYPE/,
    records: [],
  },
  {
    name: "an unknown entity",
    files: xml(pages("a").replace("bad", "&b;")),
    input: "in.xml",
    says: /in\.xml:\d+: .*entity/,
    records: [],
  },
  {
    name: "XML that is cut off",
    files: xml(pages("a").slice(0, -30)),
    input: "in.xml",
    says: /in\.xml:\d+: .*cut off/,
    records: [],
  },
  {
    name: "an archive that is cut off",
    files: {
      "in.xml.gz": gzipSync(
        toExport(Array.from({ length: 300 }, (_, index) => ({ title: `a${index}`, text: String(Math.sin(index)) }))),
      ).subarray(0, 3000),
    },
    input: "in.xml.gz",
    says: /in\.xml\.gz: the gzip data is cut off or damaged.*fetch it again/,
    records: [],
  },
  {
    name: "an archive of 60 MB of spaces",
    files: { "in.xml.gz": gzipSync(Buffer.alloc(60e6, " ")) },
    input: "in.xml.gz",
    says: /in\.xml\.gz(:\d+)?: .*(unpacks to|empty)/,
    records: [],
  },
  {
    name: "an archive of one page of 40 MB",
    files: { "in.xml.gz": gzipSync(toExport([{ title: "big", text: "a".repeat(40e6) }, good])) },
    input: "in.xml.gz",
    says: /big: larger than 16 MiB/,
    records: ["good.json"],
  },
  {
    name: "a title out of the folder",
    files: xml(pages("../../x")),
    input: "in.xml",
    says: /\.\.\/\.\.\/x: .*outside/,
    records: ["good.json"],
  },
  {
    name: "a title from the root",
    files: xml(pages("/etc/x")),
    input: "in.xml",
    says: /\/etc\/x: .*outside/,
    records: ["good.json"],
  },
  {
    name: "a title of 300 bytes",
    files: xml(pages("é".repeat(150))),
    input: "in.xml",
    says: /too long/,
    records: ["good.json"],
  },
  {
    name: "a title with NUL",
    files: xml(pages("a\0b")),
    input: "in.xml",
    says: /control characters|not well-formed/,
    records: ["good.json"],
  },
  {
    name: "the same title twice",
    files: xml(pages("a", "a")),
    input: "in.xml",
    says: /a: another page has the path/,
    records: ["a.json", "good.json"],
  },
  {
    name: "titles with the same path",
    files: xml(pages("a b", "a_b")),
    input: "in.xml",
    says: /a_b: another page has the path/,
    records: ["a_b.json", "good.json"],
  },
  {
    name: "the title of a report",
    files: xml(pages("report")),
    input: "in.xml",
    says: /report: .*rename/,
    records: ["good.json"],
  },
  {
    name: "titles that differ in case",
    files: xml(pages("a", "A")),
    input: "in.xml",
    says: null,
    records: ["A.json", "a.json", "good.json"],
  },
  {
    name: "a device's title",
    files: xml(pages("CON", "nul/x")),
    input: "in.xml",
    says: null,
    records: ["CON.json", "good.json", "nul/x.json"],
  },
  {
    name: "titles of JavaScript's",
    files: xml(pages(...JAVASCRIPT_NAMES)),
    input: "in.xml",
    says: null,
    records: [...JAVASCRIPT_NAMES, "good"].map((name) => `${name}.json`).sort(),
  },
  {
    name: "attributes of JavaScript's",
    files: xml(pages("a").replace("<page>", `<page ${JAVASCRIPT_NAMES.map((name) => `${name}="1"`).join(" ")} b="2">`)),
    input: "in.xml",
    says: null,
    records: ["a.json", "good.json"],
  },
  {
    name: "elements of JavaScript's",
    files: xml(pages("a").replace("<ns>", `${JAVASCRIPT_NAMES.map((name) => `<${name}>1</${name}>`).join("")}<ns>`)),
    input: "in.xml",
    says: null,
    records: ["a.json", "good.json"],
  },
  {
    name: "UTF-16",
    files: wiki("bad.wiki", Buffer.from("\ufeffa page", "utf16le")),
    input: "in",
    says: /bad\.wiki.*UTF-16.*iconv/,
    records: ["good.json"],
  },
  {
    name: "an export in UTF-16",
    files: xml(Buffer.from(`\ufeff${pages("a")}`, "utf16le")),
    input: "in.xml",
    says: /in\.xml.*UTF-16.*iconv/,
    records: [],
  },
  {
    name: "bytes that are not UTF-8",
    files: wiki("bad.wiki", Buffer.from([97, 10, 0xff])),
    input: "in",
    says: /bad\.wiki:2: not UTF-8/,
    records: ["good.json"],
  },
  {
    name: "half of a surrogate pair",
    files: wiki("bad.wiki", Buffer.from([0xed, 0xa0, 0x80])),
    input: "in",
    says: /bad\.wiki:1: not UTF-8/,
    records: ["good.json"],
  },
  {
    name: "CRLF",
    files: wiki("crlf.wiki", "{{Summary_Section|a}}\r\n== b ==\r\n* c\r\n"),
    input: "in",
    says: null,
    records: ["crlf.json", "good.json"],
  },
  {
    name: "a page of 17 MB",
    files: wiki("bad.wiki", Buffer.alloc(17 * 1024 * 1024, "a")),
    input: "in",
    says: /bad\.wiki: larger than 16 MiB/,
    records: ["good.json"],
  },
];

const run = (input: string, ...more: string[]): Promise<Tried> =>
  tryCommand([folder.path(input), "--out", folder.path("out"), "--jobs", "1", ...more]);

const listRecords = async () => Object.keys(await folder.read("out")).filter((name) => name !== "report.json");

for (const { name, files, input, says, records } of CASES) {
  test(`an import is told of ${name}, and goes on where it can`, async () => {
    await folder.write(files);
    const before = await readdir(folder.root);
    const { status, stderr, stdout } = await run(input, "--quiet");
    expect(status, stderr).toBe(says === null ? 0 : 1);
    if (says) expect(stderr).toMatch(says);
    expect(`${stderr}${stdout}`).not.toMatch(/has a bug|undefined|\[object|^ +at /m);
    expect(stderr.split("\n").length, stderr).toBeLessThan(4);
    expect(await listRecords()).toEqual(records);
    // Nothing outside of the output, nothing half written.
    expect((await readdir(folder.root)).filter((entry) => entry !== "out")).toEqual(before);
    for (const [file, json] of Object.entries(await folder.read("out")))
      expect(() => JSON.parse(json), file).not.toThrow();
    const again = await run(input, "--json");
    expect(again.status).toBe(status);
    if (records.length === 0) return;
    const report = ReportSchema.parse(JSON.parse(again.stdout));
    expect(report.pages).toBe(records.length);
    expect(report.failures.length > 0).toBe(says !== null);
  });
}

test("links in a circle are not followed", async () => {
  await folder.write({ "in/good.wiki": "kept", "in/sub/more.wiki": "kept" });
  await symlink("..", folder.path("in/sub/up"));
  await symlink("loop.wiki", folder.path("in/loop.wiki"));
  await symlink("/etc/hostname", folder.path("in/etc.wiki"));
  const { status, stderr } = await run("in");
  expect(status).toBe(0);
  expect(stderr).toContain("3 symbolic link");
  expect(await listRecords()).toEqual(["good.json", "sub/more.json"]);
});

test("a folder where a record's file should be is named, the rest imported", async () => {
  await folder.write({ "in/bad.wiki": "a", "in/good.wiki": "kept" });
  await mkdir(folder.path("out/bad.json"), { recursive: true });
  const { status, stderr } = await run("in");
  expect(status).toBe(1);
  expect(stderr).toMatch(/bad\.wiki: its record cannot be written: .*\(EISDIR\)/);
  expect(await listRecords()).toEqual(["good.json"]);
});

test("a report that cannot be written is one more failure, and the others are told all the same", async () => {
  await folder.write({ "in/bad.wiki": Buffer.from([0xff]), "in/good.wiki": "kept" });
  await mkdir(folder.path("out/report.json"), { recursive: true });
  const { status, stderr, stdout } = await run("in");
  expect(status).toBe(1);
  expect(stderr).toMatch(/bad\.wiki:1: not UTF-8/);
  expect(stderr).toMatch(/report\.json: the report cannot be written: .*\(EISDIR\)/);
  expect(stdout).toContain("2 failed");
  const json = ReportSchema.parse(JSON.parse((await run("in", "--json")).stdout));
  expect(json.failures.map(({ path }) => path)).toEqual(["bad.wiki", "report.json"]);
});

test("two imports into one folder at once leave whole records", async () => {
  const titles = Array.from({ length: 200 }, (_, index) => ({ title: `page ${index}`, text: "text ".repeat(200) }));
  await folder.write(xml(toExport(titles)));
  const both = await Promise.all([run("in.xml", "--json"), run("in.xml", "--json")]);
  expect(both.map(({ status }) => status)).toEqual([0, 0]);
  const files = Object.entries(await folder.read("out"));
  expect(files).toHaveLength(201);
  for (const [file, json] of files) expect(() => JSON.parse(json), file).not.toThrow();
});

test("what another import left behind when it was killed is no record", async () => {
  await folder.write({ "in/good.wiki": "kept", "out/.0123456789abcdef.tmp": '{"half":' });
  const { status } = await run("in");
  expect(status).toBe(0);
  expect(await listRecords()).toContain("good.json");
  expect((await run("in", "--check")).status).toBe(0);
  await rm(folder.path("out"), { recursive: true });
});
