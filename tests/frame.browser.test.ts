import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "puppeteer-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launchChromium, openPage } from "./chromium.ts";
import { listBrokenLinks } from "./site-links.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

test("every internal link and anchor leads somewhere", () => {
  expect(listBrokenLinks(join(root, "dist"))).toEqual([]);
});

test("a build for a subfolder and an address links within it, and has what is absolute", () => {
  const folder = mkdtempSync(join(tmpdir(), "wasclean-"));
  const astro = fileURLToPath(new URL("bin/astro.mjs", import.meta.resolve("astro/package.json")));
  // Vitest sets these for its own, and Vite would take them for the site's.
  const { BASE_URL: _, DEV: __, MODE: ___, PROD: ____, SSR: _____, ...outside } = process.env;
  const env = { ...outside, NODE_ENV: "production", BASE: "/sub/", SITE: "https://example.org" };
  const args = [astro, "build", "--force", "--outDir", folder];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, env, encoding: "utf8" });
  expect(status, stderr).toBe(0);
  expect(listBrokenLinks(folder, "/sub/")).toEqual([]);
  expect(readFileSync(join(folder, "feed.xml"), "utf8")).toContain("<link>https://example.org/sub/api/");
  expect(readFileSync(join(folder, "sitemap-0.xml"), "utf8")).not.toMatch(/\/(?:search|404|wiki\/apis)\//);
  const html = readFileSync(join(folder, "about/index.html"), "utf8");
  expect(html).toContain('<link rel="canonical" href="https://example.org/sub/about/">');
  rmSync(folder, { recursive: true });
});

test("a slash leads to the search, which finds a page by keyboard alone; Escape empties it", async () => {
  const { page, problems } = await openPage(browser, "/about/");
  await Promise.all([page.waitForNavigation(), page.keyboard.press("/")]);
  await page.waitForSelector("site-search input:focus");
  await page.keyboard.type("why 1006");
  await page.waitForSelector('site-search a[href="/why-1006/"]');
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.querySelectorAll("site-search li").length === 0);
  expect(problems).toEqual([]);
  await page.close();
});

test.each([
  ["/search/", true],
  ["/about/", false],
])("%s may compile WebAssembly: %j", async (path, isAllowed) => {
  const policy = (await (await fetch(inject("site") + path)).text()).match(/content-security-policy"[^>]*/i)?.[0];
  expect(policy?.includes("wasm-unsafe-eval")).toBe(isAllowed);
  expect(policy).not.toContain("unsafe-inline");
});

test("the old wiki's address leads to the page, on a host without redirects also", async () => {
  const file = readFileSync(join(root, "dist/wiki/apis/websocket/CloseEvent/index.html"), "utf8");
  expect(file).toContain('content="0; url=/apis/websocket/CloseEvent/"');
});
