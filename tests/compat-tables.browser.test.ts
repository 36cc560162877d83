import type { Browser } from "puppeteer-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launchChromium, openPage } from "./chromium.ts";

const CLOSE_EVENT = "/apis/websocket/CloseEvent/";
const CELL = "api-CloseEvent-code-firefox";

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

test("without JavaScript all three views can be read, and each cell names its heads", async () => {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.goto(inject("site") + CLOSE_EVENT);
  const captions = await page.$$eval("compat-table caption", (all) => all.map(({ textContent }) => textContent.trim()));
  expect(captions).toEqual([
    "Desktop",
    "Mobile and headset",
    "Server runtimes",
    "2013 beside today",
    "Endings by engine, as measured",
  ]);
  const headless = await page.$$eval(".support-tables tbody td", (cells) =>
    cells.filter((cell) => cell.headers.split(" ").some((id) => document.getElementById(id) === null)),
  );
  expect(headless).toEqual([]);
  await page.close();
});

test("a link to a cell opens it, and an opened cell is the page's address", async () => {
  const { page } = await openPage(browser, `${CLOSE_EVENT}#${CELL}`);
  await page.waitForFunction((id) => document.getElementById(id)?.closest("details")?.open, {}, CELL);
  await page.$eval(`#api-CloseEvent-code-chrome`, (more) => more.closest("details")?.querySelector("summary")?.click());
  await page.waitForFunction(() => location.hash === "#api-CloseEvent-code-chrome");
  expect(await page.$$eval(".support-tables details[open]", (all) => all.length)).toBe(2);
  await page.close();
});

test("views are switched, and what is shown is copied", async () => {
  const { page } = await openPage(browser, CLOSE_EVENT);
  for (const name of ["clipboard-read", "clipboard-write"]) {
    await page.browserContext().setPermission(inject("site"), { permission: { name }, state: "granted" });
  }
  await page.bringToFront();
  const copy = async (format: string) => {
    await page.locator(`compat-table ::-p-text(${format})`).click();
    await page.waitForFunction((words) => document.body.textContent.includes(words), {}, `Copied as ${format}`);
    return page.evaluate(() => navigator.clipboard.readText());
  };
  expect(await copy("Markdown")).toMatch(/^\| Desktop \| Chrome \|.*\n\| --- \|.*\n\| CloseEvent \| ✓ Yes 15 2011 \|/);
  expect(Object.keys(JSON.parse(await copy("JSON")).features)).toContain("api.CloseEvent.wasClean");
  await page.locator("compat-table .tools ::-p-text(2013)").click();
  expect(await page.$$eval("compat-table section[data-view]:not([hidden])", (all) => all.length)).toBe(1);
  expect(await copy("CSV")).toContain('"Chrome","Yes 23.0","Yes 15, 2011"');
  await page.close();
});
