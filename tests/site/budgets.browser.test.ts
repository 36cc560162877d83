import { gzipSync } from "node:zlib";
import type { Browser } from "puppeteer-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launchChromium } from "../chromium.ts";
import { KINDS } from "./kinds.ts";
import { readStartTags } from "./markup.ts";
import { watchLoad } from "./page-checks.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const toSize = (parts: (string | Buffer)[]) => parts.reduce((sum, part) => sum + gzipSync(part).length, 0);

test("the CloseEvent page keeps its budgets, compressed, before a click", async () => {
  const address = inject("site") + KINDS.reference.sample;
  const page = await browser.newPage();
  const { files } = await watchLoad(page);
  await page.goto(address, { waitUntil: "networkidle0" });
  await page.close();
  const html = await (await fetch(address)).text();
  const tags = readStartTags(html);
  const inline = (name: string) => tags.filter((tag) => tag.name === name && tag.content).map(({ content }) => content);
  const loaded = (wanted: string) =>
    [...files.values()].filter(({ type }) => type === wanted).map(({ bytes }) => bytes);
  const css = toSize([...loaded("stylesheet"), ...inline("style")]);
  const js = toSize([...loaded("script"), ...inline("script")]);
  expect(css).toBeGreaterThan(0);
  expect(js).toBeGreaterThan(0);
  expect({ html: toSize([html]), css, js }).toSatisfy(
    (size: { html: number; css: number; js: number }) => size.html <= 20_000 && size.css <= 12_000 && size.js <= 15_000,
    "at most 20 kB HTML, 12 kB CSS, 15 kB JavaScript",
  );
});
