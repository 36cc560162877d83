import type { Browser } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium, openPage } from "../chromium.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

test("the link in a cell of the table fills the form, which writes the report and the issue", async () => {
  const { page, problems } = await openPage(browser, "/apis/websocket/CloseEvent/#api-CloseEvent-code-firefox");
  const link = 'a[aria-label="Correct api.CloseEvent.code in Firefox"]';
  await page.locator(link).click();
  await page.waitForSelector("correction-form:not([hidden])");
  const report = () => page.$eval("correction-form code", ({ textContent }) => textContent);
  expect(await report()).toMatch(
    /^Value: api\.CloseEvent\.code in firefox\nThe site says: 8\nIt should be: \(what\?\)/,
  );
  await page.locator("#correct-expected").fill("7");
  expect(await report()).toContain("It should be: 7");
  const issue = new URL(await page.$eval("correction-form a", ({ href }) => href));
  expect(issue.searchParams.get("title")).toBe("api.CloseEvent.code - firefox");
  expect(issue.searchParams.get("expected")).toBe("7");
  expect(problems).toEqual([]);
  await page.close();
});

test("what an address says is text, and an ending has no issue at browser-compat-data", async () => {
  const subject = '"><img src=x onerror="document.title = 1">';
  const { page, problems } = await openPage(browser, `/about/?${new URLSearchParams({ subject })}#correct`);
  expect(await page.$eval("correction-form code", ({ textContent }) => textContent)).toContain(`Value: ${subject}\n`);
  expect(await page.$$("main img")).toEqual([]);
  expect(await page.title()).toBe("About · wasClean");
  expect(await page.$eval("correction-form a", (link) => link.checkVisibility())).toBe(false);
  expect(problems).toEqual([]);
  await page.close();
});
