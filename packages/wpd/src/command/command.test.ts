import { execFileSync } from "node:child_process";
import { symlink } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readPage } from "../record/read-page.ts";
import { scanPage } from "../site/scan-page.ts";
import { createSiteIndex } from "../site/site-index.ts";
import { TestFolder } from "../testing/test-folder.ts";
import { toExport } from "../testing/to-export.ts";
import { tryCommand } from "../testing/try-command.ts";

let folder: TestFolder;
let out: string;
beforeEach(async () => {
  folder = await TestFolder.create();
  out = folder.path("out");
});
afterEach(() => folder.remove());

const namesIn = async (name: string) => Object.keys(await folder.read(name));
const importing = (input: string, ...args: string[]) =>
  tryCommand([input === "-" ? input : folder.path(input), "--out", out, ...args]);
const PAGES = { "a b": "{{Page_Title|A}}", "c/d": "[[a b]]", "e/ja": "x" };
const XML = toExport(Object.entries(PAGES).map(([title, text]) => ({ title, text })));

describe("takes", () => {
  test.each([
    [
      "a folder",
      { "in/a_b.wiki": "x", "in/c/d.mediawiki": "y", "in/c/other.txt": "z" },
      "in",
      ["a_b.json", "c/d.json"],
    ],
    [
      "a git export",
      { "in/a/index.md": "x", "in/a/ja.md": "y", "in/README.md": "z", "in/.git/a/index.md": "z" },
      "in",
      ["a.json", "a/ja.json"],
    ],
    ["a page", { "p/a.wiki": "x" }, "p/a.wiki", ["a.json"]],
    ["a page of a git export", { "p/a/index.md": "x" }, "p/a/index.md", ["a.json"]],
    ["a page of any name", { "p/a": "x" }, "p/a", ["a.json"]],
    ["an XML export", { "d.xml": XML }, "d.xml", ["a_b.json", "c/d.json", "e/ja.json"]],
    ["one with gzip", { "d.xml.gz": gzipSync(XML) }, "d.xml.gz", ["a_b.json", "c/d.json", "e/ja.json"]],
  ])("%s", async (_, files, input, expected) => {
    await folder.write(files);
    expect(await importing(input)).toMatchObject({ status: 0 });
    expect(await namesIn("out")).toEqual([...expected, "report.json"].sort());
  });

  test.runIf(hasBzip2())("an XML export with bzip2", async () => {
    await folder.write({ "d.xml.bz2": execFileSync("bzip2", ["--stdout"], { input: XML }) });
    expect(await importing("d.xml.bz2")).toMatchObject({ status: 0, stdout: expect.stringMatching(/^3 pages/) });
  });

  test.each([
    ["an export", XML, [], /^3 pages/],
    ["an export with gzip", gzipSync(XML), [], /^3 pages/],
    ["a page", "<b>x</b>", ["--title", "a b"], /^1 page/],
  ])("%s from standard input", async (_, stdin, args, stdout) => {
    const result = await tryCommand(["-", "--out", out, ...args], { stdin });
    expect(result).toMatchObject({ status: 0, stdout: expect.stringMatching(stdout) });
    expect(await namesIn("out")).toContain("a_b.json");
  });
});

test("names a page of an export by its title", async () => {
  await folder.write({ "d.xml": XML });
  await importing("d.xml");
  const page = JSON.parse((await folder.read("out"))["a_b.json"] ?? "");
  expect(page).toMatchObject({ slug: "a_b", source: { path: "a b", bytes: 16 } });
});

test("keeps front matter, and says so", async () => {
  await folder.write({ "in/a/index.md": "---\ntitle: A\n---\n{{Nonsense}}" });
  const { stderr } = await importing("in");
  expect(stderr).toMatch(/index\.md:1:1 FRONT_MATTER .*\n.*index\.md:4:1 TEMPLATE_UNKNOWN/);
  const page = JSON.parse((await folder.read("out"))["a.json"] ?? "");
  const frontMatter = { template: "front matter", parameters: { "1": "---\ntitle: A\n---\n" }, start: 0, end: 17 };
  expect(page.unknown[0]).toEqual(frontMatter);
});

test("counts what it skips", async () => {
  const redirect = '<redirect title="A" />';
  const pages = [
    { title: "A" },
    { title: "Talk:A", ns: 1 },
    { title: "B", extra: redirect },
    { title: "C", text: "#REDIRECT [[A]]" },
  ];
  await folder.write({ "d.xml": toExport(pages) });
  const result = await importing("d.xml");
  expect(result.stderr).toContain("Skipped: 1 outside of the main namespace, 2 redirect.");
  expect(result.stdout).toMatch(/^1 page,/);
});

test("follows no links", async () => {
  await folder.write({ "in/a.wiki": "x", "other/b.wiki": "x" });
  await symlink(folder.path("other/b.wiki"), folder.path("in/b.wiki"));
  expect((await importing("in")).stderr).toContain("Skipped: 1 symbolic link.");
});

describe("one thing that fails does not stop the others:", () => {
  test("names that no record can have", async () => {
    const titles = ["../up", "/abs", "a\u0085", "report", "a b", "a_b", "x".repeat(251), "good"];
    await folder.write({ "d.xml": toExport(titles.map((title) => ({ title }))) });
    const { status, stderr } = await importing("d.xml");
    expect(status).toBe(1);
    for (const line of ["../up: a part", "/abs: its title", "report: its record", "a_b: another page has the path"])
      expect(stderr).toContain(line);
    expect(await namesIn("out")).toEqual(["a_b.json", "a\u0085.json", "good.json", "report.json"]);
    expect(await namesIn("")).not.toContain("up.json");
  });

  test("files that cannot be read, with the reason in the report", async () => {
    await folder.write({ "in/bad.wiki": Buffer.from([0x61, 0x0a, 0xe9]), "in/good.wiki": "x" });
    const { status, stdout } = await importing("in", "--json");
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ pages: 1, failures: [{ path: "bad.wiki", line: 2 }] });
  });

  test("files that cannot be written", async () => {
    await folder.write({ "in/a/b.wiki": "x", "in/c.wiki": "x", "out/a": "a file where a folder must be" });
    const { status, stderr } = await importing("in");
    expect({ status, stderr }).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/b\.wiki: its record cannot/),
    });
    expect(await namesIn("out")).toEqual(["a", "c.json", "report.json"]);
  });

  test("mistakes in the reader", async () => {
    await folder.write({ "in/a.wiki": "x", "in/b.wiki": "x" });
    const failing: typeof readPage = (page, site) => {
      if (page.slug === "a") throw new RangeError("no such thing");
      return readPage(page, site);
    };
    const core = { scanPage, createSiteIndex, readPage: failing };
    const result = await tryCommand([folder.path("in"), "--out", out], { core });
    expect(result.stderr).toContain("a.wiki: the importer has a bug: RangeError: no such thing");
    expect(result).toMatchObject({ status: 1, stdout: expect.stringContaining("1 written") });
  });
});

describe("an input that is no good is one clear error, and nothing is written:", () => {
  test.each([
    ["cut.xml", XML.slice(0, -40), /cut\.xml:\d+: the XML is cut off/],
    ["cut.xml.gz", gzipSync(XML).subarray(0, 100), /cut\.xml\.gz: the gzip data is cut off/],
    ["a.7z", "x", /unpack it first/],
    ["bomb.xml.gz", gzipSync(Buffer.alloc(50_000_000)), /bomb\.xml\.gz:1: the XML/],
  ])("%s", async (name, content, message) => {
    await folder.write({ [name]: content });
    const { status, stdout, stderr } = await importing(name);
    expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: "", stderr: expect.stringMatching(message) });
    expect(stderr.split("\n")).toHaveLength(2);
    expect(await namesIn("out")).toEqual([]);
  });

  test.each([
    ["a missing path", ["nowhere"], 1, "nowhere: no such file or folder"],
    ["an empty folder", ["."], 1, "no *.wiki, *.mediawiki or */index.md file"],
    ["a page without a title", ["-"], 1, "standard input: name the page: --title"],
    ["two inputs", ["in", "in"], 2, "Only one input at a time"],
    ["an unknown option", ["--nonsense"], 2, "--nonsense"],
    ["no jobs", ["in", "--jobs", "0"], 2, "--jobs takes a number"],
    ["half a job", ["in", "--jobs", "1.5"], 2, "--jobs takes a number"],
    ["a part of nothing", ["in", "--shard", "3/2"], 2, "--shard takes a part such as 1/4, not “3/2”"],
    ["merging in parts", ["--merge", "r.json", "--shard", "1/2"], 2, "--merge cannot be combined with --shard"],
    ["merging nothing", ["--merge"], 2, "--merge <report>"],
    ["merging what is not there", ["--merge", "r.json"], 1, "r.json: no such file"],
  ])("%s", async (_, args, status, message) => {
    const input = args.map((arg) => (arg === "nowhere" || arg === "." ? folder.path(arg) : arg));
    const result = await tryCommand([...input, "--out", out]);
    expect(result).toEqual({ status, stdout: "", stderr: expect.stringContaining(message) });
  });
});

test("it says what is missing in the arguments", async () => {
  expect(await tryCommand(["in"])).toMatchObject({ status: 2, stderr: expect.stringContaining("--out <folder>") });
  expect(await tryCommand(["--out", out])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("Name the input"),
  });
});

describe("with the same input,", () => {
  beforeEach(() =>
    folder.write({ "d.xml": XML, "in/a.wiki": "{{Nonsense}}", "in/b.wiki": "[[A]]", "in/c/d.wiki": "" }),
  );

  test("writes nothing again, not even the report", async () => {
    await importing("in");
    const before = await folder.read("out");
    expect((await importing("in")).stdout).toContain("0 written");
    expect(await folder.read("out")).toEqual(before);
  });

  test("writes what changed", async () => {
    await importing("in");
    await folder.write({ "in/a.wiki": "other" });
    expect((await importing("in")).stdout).toContain("1 written");
  });

  test.each(["in", "d.xml"])("parts of %s are the whole, byte for byte", async (input) => {
    await importing(input);
    const whole = await folder.read("out");
    const parts = folder.path("parts");
    for (const index of [1, 2, 3]) await tryCommand([folder.path(input), "--out", parts, "--shard", `${index}/3`]);
    const reports = [3, 1, 2].map((index) => folder.path(`parts/report.${index}-of-3.json`));
    expect(await tryCommand(["--merge", ...reports])).toMatchObject({ status: 0 });
    const joined = await folder.read("parts");
    for (const index of [1, 2, 3]) delete joined[`report.${index}-of-3.json`];
    expect(joined).toEqual(whole);
  });

  test("--json prints the report and nothing else", async () => {
    const { stdout, stderr } = await importing("in", "--json");
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toMatchObject({ format: 1, pages: 3, diagnostics: { TEMPLATE_UNKNOWN: 1 } });
    expect(stdout).toContain('"templates"');
  });
});

test("after the signal it ends with the page in hand, and says how far it came", async () => {
  await folder.write(Object.fromEntries(Array.from({ length: 9 }, (_, number) => [`in/${number}.wiki`, "x"])));
  const stop = new AbortController();
  const stopping: typeof readPage = (page, site) => {
    if (page.slug === "3") stop.abort(130);
    return readPage(page, site);
  };
  const core = { scanPage, createSiteIndex, readPage: stopping };
  const result = await tryCommand([folder.path("in"), "--out", out, "--jobs", "1"], { core, signal: stop.signal });
  expect(result).toMatchObject({ status: 130, stdout: "" });
  expect(result.stderr).toContain("Interrupted: 4 of 9 pages read, 4 written.");
  expect(await namesIn("out")).toEqual(["0.json", "1.json", "2.json", "3.json"]);
});

describe("--check", () => {
  beforeEach(async () => {
    await folder.write({ "in/a/B.wiki": "{{Page_Title|B}}" });
    await importing("in");
  });

  test("passes what the import wrote", async () => {
    expect(await importing("in", "--check", "--quiet")).toMatchObject({ status: 0, stderr: "" });
  });

  test.each([
    ["a changed page", { "in/a/B.wiki": "{{Page_Title|C}}" }, "a/B.json: not current"],
    ["a new page", { "in/C.wiki": "x" }, "C.json: missing"],
    ["a page that is gone", { "out/D.json": "{}" }, "D.json: no page has this record"],
    ["a changed report", { "out/report.json": "{}" }, "report.json: not current"],
  ])("fails for %s, and writes nothing", async (_, change: Record<string, string>, message) => {
    await folder.write(change);
    const before = await folder.read("out");
    expect(await importing("in", "--check")).toMatchObject({ status: 1, stderr: expect.stringContaining(message) });
    expect(await folder.read("out")).toEqual(before);
  });
});

function hasBzip2(): boolean {
  try {
    execFileSync("bzip2", ["--version"], { stdio: "ignore", input: "" });
    return true;
  } catch {
    return false;
  }
}
