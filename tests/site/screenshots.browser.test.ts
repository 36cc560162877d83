import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PNG } from "pngjs";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { SAMPLES } from "./kinds.ts";
import { compare, FAILED, KEPT, launchForScreenshots, takeScreenshot, toFile, VIEWS } from "./screenshots.ts";

let browser: Browser;
beforeAll(async () => {
  rmSync(FAILED, { recursive: true, force: true });
  browser = await launchForScreenshots(inject("chromium"));
});
afterAll(() => browser?.close());

/** Keeps what was seen for whoever looks after the failure. */
function keepFailed(file: string, now: Uint8Array, difference: Buffer | null): void {
  mkdirSync(FAILED, { recursive: true });
  writeFileSync(join(FAILED, file), now);
  if (difference) writeFileSync(join(FAILED, file.replace(/png$/, "difference.png")), difference);
}

describe.each(SAMPLES)("%s: %s", (kind, path) => {
  let page: Page;
  beforeAll(async () => {
    page = await browser.newPage();
    await page.goto(inject("site") + path, { waitUntil: "load" });
  });
  afterAll(() => page?.close());

  test.each(VIEWS)("looks as it did, $name", async (view) => {
    const file = toFile(kind, view);
    const now = await takeScreenshot(page, view);
    const found = existsSync(join(KEPT, file))
      ? compare(readFileSync(join(KEPT, file)), now)
      : { words: "no picture is kept", difference: null };
    if (found) keepFailed(file, now, found.difference);
    const remedy = `Look at tests/site/screenshots.failed/${file}; if it is right, npm run screenshots keeps it.`;
    expect(found?.words ?? null, remedy).toBeNull();
  });
});

/** A white picture of 100 × 100 with a black square at its corner. */
function toPicture(square: number, height = 100): Buffer {
  const png = new PNG({ width: 100, height });
  png.data.fill(255);
  for (let y = 0; y < square; y++) png.data.fill(0, y * 400, y * 400 + square * 4);
  for (let at = 3; at < png.data.length; at += 4) png.data[at] = 255;
  return PNG.sync.write(png);
}

test.each([
  ["the same", toPicture(4), toPicture(4), null],
  ["a square", toPicture(0), toPicture(4), "16 of 10000 pixels"],
  ["a longer page", toPicture(4), toPicture(4, 101), "100 × 101 instead of 100 × 100 pixels"],
])("the comparison sees %s", (_, kept, now, words) => {
  expect(compare(kept, now)?.words ?? null).toBe(words);
});
