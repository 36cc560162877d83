import { readFile } from "node:fs/promises";
import { PageSchema } from "@wasclean/schema";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launchChromium, openPage } from "./chromium.ts";
import { runAxe } from "./site/page-checks.ts";

const CLOSE_EVENT = "/apis/websocket/CloseEvent/";
const ARCHIVE = `${CLOSE_EVENT}archive/`;
const PLAYGROUND = "/playground/";
const root = new URL("../", import.meta.url);

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

test("axe finds nothing after a connection, in light and dark", async () => {
  const { page, problems } = await openPage(browser, PLAYGROUND);
  const ended = page.evaluate(
    () => new Promise((resolve) => document.addEventListener("wasclean:record", resolve, { once: true })),
  );
  await page.locator(">>> [part~=connect-button]").click();
  await ended;
  expect(await runAxe(page, "light")).toEqual([]);
  expect(await runAxe(page, "dark", "colours")).toEqual([]);
  expect(problems.filter((problem) => !problem.startsWith("WebSocket connection to"))).toEqual([]);
  await page.close();
});

describe("the archived page without JavaScript", () => {
  let page: Page;
  beforeAll(async () => {
    page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(inject("site") + ARCHIVE);
  });
  afterAll(() => page?.close());

  /** The rows of a table as arrays of what a reader sees. */
  const rowsOf = (caption: string) =>
    page.$$eval(
      "table",
      (tables, wanted) => {
        const table = tables.find((candidate) => candidate.caption?.textContent?.trim() === wanted);
        return [...(table?.tBodies[0]?.rows ?? [])].map((row) =>
          [...row.cells].map((cell) =>
            cell.textContent
              .replace(/[^\w. ]/g, "")
              .replace(/\s+/g, " ")
              .trim(),
          ),
        );
      },
      caption,
    );

  test("both compatibility tables can be read", async () => {
    expect(await rowsOf("Desktop")).toEqual([
      ["Chrome", "Yes 23.0"],
      ["Firefox", "Yes 16.0"],
      ["Internet Explorer", "Yes 10.0"],
      ["Opera", "Yes 12.1"],
      ["Safari", "Yes 6.0"],
    ]);
    expect(await rowsOf("Mobile")).toEqual([
      ["Android Browser", "No"],
      ["BlackBerry", "Yes 7.0"],
      ["Chrome Mobile", "Unknown"],
      ["Firefox Mobile", "Unknown"],
      ["IE Mobile", "Unknown"],
      ["Opera Mobile", "Unknown"],
      ["Opera Mini", "No"],
      ["Safari Mobile", "Yes 6.0"],
    ]);
  });

  test.each([
    ["the summary", "Object representing the close event for a WebSocket."],
    ["the status", "W3C Candidate Recommendation"],
    ["the example", "var wasClean = event.wasClean;"],
    ["the notes", "queue a task to first change the readyState attribute's value to CLOSED (3)"],
    ["the specification", "W3C WebSocket Specification"],
    ["the date", "August 2015"],
    ["the licence", "CC BY 3.0"],
    ["the credit", "Windows Internet Explorer API reference"],
    ["that there is a page of today", "For the current state, see today's page."],
  ])("%s can be read", async (_, text) => {
    expect(await page.$eval("main", (main) => main.textContent.replace(/\s+/g, " "))).toContain(text);
  });
});

test("code is highlighted, and copied as it is", async () => {
  const { page } = await openPage(browser, ARCHIVE);
  const wordsOf = (kind: string) => page.$$eval(`pre .token-${kind}`, (all) => all.map((word) => word.textContent));
  expect(await wordsOf("keyword")).toEqual(["function", "var", "var", "var"]);
  expect(await wordsOf("comment")).toEqual(["// handle close event"]);
  for (const name of ["clipboard-read", "clipboard-write"]) {
    await page.browserContext().setPermission(inject("site"), { permission: { name }, state: "granted" });
  }
  await page.bringToFront();
  await page.locator("copy-code button").click();
  await page.waitForFunction(() => document.querySelector("copy-code button")?.textContent === "Copied");
  const record = JSON.parse(await readFile(new URL("data/pages/apis/websocket/CloseEvent.json", root), "utf8"));
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(record.examples[0].code);
  await page.close();
});

test("an ending can be run by keyboard alone", async () => {
  const { page } = await openPage(browser, PLAYGROUND);
  const focused = () =>
    page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute("part") ?? "");
  for (let presses = 0; presses < 20 && !(await focused()).includes("connect-button"); presses++) {
    await page.keyboard.press("Tab");
  }
  expect(await focused()).toContain("connect-button");
  const ended = page.evaluate(
    () => new Promise((resolve) => document.addEventListener("wasclean:record", () => resolve(true), { once: true })),
  );
  await page.keyboard.press("Enter");
  expect(await ended).toBe(true);
  expect(await focused()).toContain("button");
  await page.close();
});

describe("what is served", () => {
  const get = (path: string) => fetch(inject("site") + path);

  test("the page's record is what the importer wrote", async () => {
    const response = await get("/apis/websocket/CloseEvent.json");
    const record = await response.json();
    expect(response.headers.get("content-type")).toContain("application/json");
    expect(PageSchema.parse(record)).toEqual(
      JSON.parse(await readFile(new URL("data/pages/apis/websocket/CloseEvent.json", root), "utf8")),
    );
  });

  test("the page's wikitext is the archived file, byte for byte, as plain text", async () => {
    const response = await get("/apis/websocket/CloseEvent.wiki");
    expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    const archived = await readFile(new URL("data/wiki/apis/websocket/CloseEvent.wiki", root));
    expect(Buffer.from(await response.arrayBuffer()).equals(archived)).toBe(true);
  });

  test("an address without a page is 404, and says where to go", async () => {
    const response = await get("/apis/nothing/");
    expect(response.status).toBe(404);
    expect(await response.text()).toContain(CLOSE_EVENT);
  });

  test.each([
    ["POST", "/", 405],
    ["GET", "/lab/", 200],
    ["GET", "/../package.json", 404],
    ["GET", "/%2e%2e/package.json", 404],
    ["GET", "/lab/nothing", 404],
  ])("%s %s answers %i", async (method, path, status) => {
    expect((await fetch(inject("site") + path, { method })).status).toBe(status);
  });
});
