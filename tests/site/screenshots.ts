import { fileURLToPath } from "node:url";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import type { Browser, Page } from "puppeteer-core";
import { launchChromium } from "../chromium.ts";
import { requireProgram } from "../programs.ts";

/** How each kind of page is looked at. */
export const VIEWS = [390, 1280].flatMap((width) =>
  (["light", "dark"] as const).map((scheme) => ({ name: `${width}-${scheme}`, width, scheme })),
);
export type View = (typeof VIEWS)[number];

/** What is kept of a page, in CSS pixels from its top; a pixel of the picture is two of them wide and high. */
const HEIGHT = 2400;
const SCALE = 0.5;
/** A part of the pixels; a line of text that moved is more, on a phone and on a wide screen. */
const TOLERATED = 0.0005;

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Where the pictures are kept, and where those of a failed comparison are put; absolute. */
export const KEPT = here("screenshots/");
export const FAILED = here("screenshots.failed/");

/** The file of a picture below one of these folders. */
export const toFile = (kind: string, view: View): string => `${kind.replaceAll(" ", "-")}-${view.name}.png`;

/** A browser that draws with the same fonts on every machine. Throws what to do where there are none. */
export function launchForScreenshots(chromium: string): Promise<Browser> {
  requireProgram("font");
  const env = { ...process.env, FONTCONFIG_FILE: here("fonts.conf") };
  return launchChromium(chromium, { env, args: ["--hide-scrollbars", "--font-render-hinting=none"] });
}

/** One view of a page that is loaded, as PNG. */
export async function takeScreenshot(page: Page, { width, scheme }: View): Promise<Uint8Array> {
  await page.setViewport({ width, height: 900, deviceScaleFactor: SCALE });
  await page.emulateMediaFeatures([
    { name: "prefers-color-scheme", value: scheme },
    { name: "prefers-reduced-motion", value: "reduce" },
  ]);
  // A caret blinks; the port is another one each time, and the hash with each change of the playground.
  await page.evaluate(() => {
    for (const code of document.querySelectorAll("[data-tag], [data-iframe]"))
      code.textContent = code.textContent
        .replaceAll(location.host, "localhost:4321")
        .replace(/sha384-[^"]+/, "sha384-…");
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    scrollTo(0, 0);
    return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const clip = { x: 0, y: 0, width, height: Math.min(height, HEIGHT) };
  return page.screenshot({ clip, captureBeyondViewport: true });
}

/** Where two pictures differ: words for it, and a picture of it where they are of one size; `null` where they do not. */
export function compare(kept: Uint8Array, now: Uint8Array): { words: string; difference: Buffer | null } | null {
  const [a, b] = [PNG.sync.read(Buffer.from(kept)), PNG.sync.read(Buffer.from(now))];
  if (a.width !== b.width || a.height !== b.height)
    return { words: `${b.width} × ${b.height} instead of ${a.width} × ${a.height} pixels`, difference: null };
  const difference = new PNG({ width: a.width, height: a.height });
  const pixels = pixelmatch(a.data, b.data, difference.data, a.width, a.height, { threshold: 0.1 });
  if (pixels <= TOLERATED * a.width * a.height) return null;
  return { words: `${pixels} of ${a.width * a.height} pixels`, difference: PNG.sync.write(difference) };
}
