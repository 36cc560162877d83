import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "puppeteer-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launchChromium, openPage } from "./chromium.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

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
