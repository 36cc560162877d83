import { gzipSync } from "node:zlib";
import { ENDINGS } from "@wasclean/data/load";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launchChromium, openPage } from "./chromium.ts";

const MATRIX = "/endings/";
const ENDING = "/endings/close-then-fin/";
const CODES = "/close-codes/";

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const textOf = (page: Page, selector: string) =>
  page.$eval(selector, (element) => element.textContent.replace(/\s+/g, " ").trim());

describe("the matrix", () => {
  const cell = 'tr[data-row="fin-no-close"] td:nth-child(4) a';

  test("is at most 20 kB, compressed", async () => {
    const html = await (await fetch(inject("site") + MATRIX)).text();
    expect(gzipSync(html).length).toBeLessThanOrEqual(20_000);
  });

  test("is whole without JavaScript", async () => {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(inject("site") + MATRIX);
    expect((await page.$$("tr[data-row]:not([hidden])")).length).toBe(ENDINGS.length);
    expect(await page.$eval(cell, (link) => (link as HTMLAnchorElement).hash)).toBe("#firefox");
    await page.close();
  });

  test("filters and searches, says how many are left, and keeps it in the address", async () => {
    const { page } = await openPage(browser, MATRIX);
    const inGroup = ENDINGS.filter(({ group }) => group === "no-close-frame");
    await page.select('select[name="group"]', "no-close-frame");
    await expect.poll(() => textOf(page, "filter-rows output")).toBe(`${inGroup.length} of ${ENDINGS.length} endings`);
    await page.type('input[name="q"]', "reset");
    await expect.poll(() => textOf(page, "filter-rows output")).toBe(`1 of ${ENDINGS.length} endings`);
    await expect.poll(() => new URL(page.url()).search).toBe("?q=reset&group=no-close-frame");
    await page.reload();
    await expect.poll(() => textOf(page, "filter-rows output")).toBe(`1 of ${ENDINGS.length} endings`);
    await page.click('button[type="reset"]');
    await expect.poll(() => textOf(page, "filter-rows output")).toBe(`${ENDINGS.length} endings`);
    await expect.poll(() => new URL(page.url()).search).toBe("");
    await page.close();
  });

  test("shows one engine at a time on a phone", async () => {
    const { page } = await openPage(browser, MATRIX);
    await page.setViewport({ width: 320, height: 800 });
    const shown = () =>
      page.$$eval(".matrix thead th", (found) =>
        found.filter((head) => head.checkVisibility()).map((head) => head.textContent.trim()),
      );
    expect(await shown()).toEqual(["Ending", "Expected", "Chromium"]);
    await page.click('input[value="workerd"]');
    expect(await shown()).toEqual(["Ending", "Expected", "workerd"]);
    await page.close();
  });

  test("opens the evidence of any number of cells in place, closes it again, and runs the ending", async () => {
    const { page, problems } = await openPage(browser, MATRIX);
    await page.setViewport({ width: 1280, height: 800 });
    const engines = () =>
      page.$$eval(".opened tbody:not([hidden])", (found) => found.map((body) => body.dataset.engine));
    await page.click(cell);
    await page.waitForSelector(".opened");
    expect(await textOf(page, ".opened tbody:not([hidden])")).toMatch(/^Firefox.* 1006 empty false FIN /);
    await page.click(cell.replace("(4)", "(3)"));
    await page.waitForFunction(() => document.querySelectorAll(".opened tbody:not([hidden])").length === 2);
    expect(await engines()).toEqual(["chromium", "firefox"]);
    await page.click(".opened button");
    await page.locator(">>> [part~=connect-button]").click();
    await page.waitForFunction(() => document.querySelector("close-event-playground")?.state === "closed");
    // By keyboard: a cell that has the focus is not below the sticky headers.
    for (const link of [cell, cell.replace("(4)", "(3)")]) {
      await page.focus(link);
      await page.keyboard.press("Enter");
    }
    await page.waitForFunction(() => document.querySelector(".opened") === null);
    expect(problems).toEqual([]);
    await page.close();
  });
});

describe("the page of an ending", () => {
  test("has each engine's evidence at its name, variants too, and says what WebKitGTK is not", async () => {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(`${inject("site")}${ENDING}#firefox`);
    expect(await textOf(page, "tbody:target")).toMatch(/^Firefox .* in 2 of 3 runs .* in 1 of 3 runs/);
    expect(await textOf(page, "main")).toContain("WebKitGTK is not Safari");
    expect((await page.$$("figure svg[role=img]")).length).toBe(2);
    expect(await textOf(page, "main")).toContain("ws://localhost:4322/lab/close-then-fin");
    await page.close();
  });
});

describe("the close codes", () => {
  test.each(["1005", "1006", "1015"])("%s says that it is never on the wire", async (code) => {
    const html = await (await fetch(`${inject("site")}${CODES}${code}/`)).text();
    expect(html).toContain("Never on the wire");
  });

  test("the answer stands in a phone's first screen", async () => {
    const { page } = await openPage(browser, "/close-codes/1006/");
    await page.setViewport({ width: 390, height: 844 });
    const end = await page.$eval(".remedy", (answer) => answer.getBoundingClientRect().bottom);
    expect(end).toBeLessThan(844);
    await page.close();
  });

  test("the registry is filtered by who sends, the wire, and script", async () => {
    const { page } = await openPage(browser, CODES);
    const shown = () =>
      page.$$eval("tr[data-row]:not([hidden])", (rows) => rows.map((row) => (row as HTMLElement).dataset.row));
    await page.select('select[name="wire"]', "never");
    expect(await shown()).toEqual(["1005", "1006", "1015"]);
    await page.select('select[name="wire"]', "");
    await page.select('select[name="by"]', "client");
    expect(await shown()).toEqual(["1010"]);
    await page.close();
  });
});
