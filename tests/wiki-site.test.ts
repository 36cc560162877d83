import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBrokenLinks } from "./site/links.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const corpus = process.env.WASCLEAN_CORPUS ?? "";
const isPresent = corpus !== "" && existsSync(corpus);
if (!isPresent)
  console.warn("Skipped: a whole wiki as a site. Set WASCLEAN_CORPUS to a folder of its pages to run it.");

// Inside of the project, as Astro puts what it makes for all other folders into one and the same.
const temporary = join(root, `wiki-site-${process.pid}.tmp`);
const records = join(temporary, "records");
beforeAll(() => mkdirSync(temporary));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

/** Runs the command and gives what it prints. */
function run(script: string, ...args: string[]): string {
  const env = { ...process.env, SEARCH: "off", ASTRO_TELEMETRY_DISABLED: "1" };
  return execFileSync(process.execPath, [join(root, script), ...args], { cwd: root, env, encoding: "utf8" });
}
const build = (site: string, ...args: string[]) =>
  run("src/build/cli.ts", "--pages", records, "--outDir", site, ...args);

/** Writes a record like our own page's, at another place. */
function writeRecord(slug: string, title: string, html = "<p>text</p>"): void {
  const own = JSON.parse(readFileSync(join(root, "data/pages/apis/websocket/CloseEvent.json"), "utf8"));
  const body = { wikitext: "text", html, text: "text", start: 0, end: 4 };
  const file = join(records, `${slug}.json`);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, JSON.stringify({ ...own, slug, title, body }));
}

describe("an import beside our own page", () => {
  const site = join(temporary, "site");
  const read = (slug: string, folder = site) => readFileSync(join(folder, slug, "index.html"), "utf8");
  const links =
    '<h3>A part</h3><p><a href="/an/other/#A_part">b</a> <a href="/no/page/">c</a> <a href="#A_part">d</a></p>';
  beforeAll(() => {
    writeRecord("an/example", "An example", links);
    writeRecord("an/other", "Another", "<h2>A part</h2>");
    build(site);
  }, 300_000);

  test("is a page each, with the way to it, and links that work or are marked", () => {
    const html = read("an/example");
    expect(html).toContain('<a href="/an/other/#A_part">b</a>');
    expect(html).toContain('<span class="missing-page" title="No page “no/page” here">c</span>');
    expect(html).toContain('<a href="#A_part">d</a>');
    expect(html).toContain('href="/wiki/"');
    expect(read("an")).toContain('href="/an/example/"');
    expect(read("wiki")).toContain('href="/an/"');
    expect(findBrokenLinks(site).broken).toEqual([]);
  });

  test("gives way to our own pages, and leads to them", () => {
    expect(read("apis/websocket/CloseEvent/archive")).toMatch(/<a [^>]*href="\/apis\/websocket\/CloseEvent\/"/);
  });

  test("after a change of one page, that page alone is rendered, as a whole build would", () => {
    const before = read("an/example");
    writeRecord("an/example", "An example", "<p>changed</p>");
    expect(build(site)).toContain("1 of the wiki's pages rendered again");
    expect(read("an/example")).toContain("<p>changed</p>");
    writeRecord("an/example", "An example", links);
    expect(build(site)).toContain("/an/example/");
    expect(read("an/example")).toBe(before);
    expect(build(site)).toContain("0 of the wiki's pages rendered again");
  }, 60_000);

  test("after a change of a title, all pages that show it are rendered", () => {
    writeRecord("an/other", "A new title", "<h2>A part</h2>");
    expect(build(site)).toContain("2 of the wiki's pages rendered again");
    expect(read("an")).toContain("A new title");
  }, 60_000);

  test("after a page came, the site is built as a whole", () => {
    writeRecord("an/third", "A third");
    expect(build(site)).toContain("Building static entrypoints");
    expect(read("an")).toContain("A third");
  }, 300_000);

  test("a folder that is not there is refused", () => {
    const args = [join(root, "src/build/cli.ts"), "--pages", join(temporary, "nothing")];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
    expect(status).toBe(2);
    expect(stderr).toBe(`--pages needs the folder of an import; ${join(temporary, "nothing")} does not exist.\n`);
  }, 60_000);
});

describe.skipIf(!isPresent)("a whole wiki as a site", () => {
  const site = join(temporary, "whole");
  let pages = 0;
  beforeAll(() => {
    rmSync(records, { recursive: true, force: true });
    run("packages/wpd/src/command/cli.ts", corpus, "--out", records, "--quiet");
    pages = globSync("**/*.json", { cwd: records }).length - 1;
    build(site);
  }, 600_000);

  test("has every page, and links that all work or are marked", () => {
    const files = globSync("**/index.html", { cwd: site });
    const { broken, links } = findBrokenLinks(site);
    expect(files.length).toBeGreaterThan(pages);
    expect(broken).toEqual([]);
    expect(links).toBeGreaterThan(10 * pages);
  }, 120_000);
});
