import { createSiteIndex, readPage, scanPage } from "@wasclean/wpd";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "./chromium.ts";
import { RAW_PAYLOADS, XSS_PAYLOADS } from "./xss-payloads.ts";

const index = createSiteIndex([scanPage({ slug: "Main_Page", wikitext: "" })]);

/** Every piece of HTML that a page's record holds. */
function htmlOf(wikitext: string): string {
  const source = { path: "x", sha256: "0".repeat(64), bytes: 1 };
  const found: string[] = [];
  const collect = (value: unknown) => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === "html" && typeof inner === "string") found.push(inner);
      else collect(inner);
    }
  };
  collect(readPage({ slug: "x", wikitext, source }, index).value);
  return found.join("\n");
}

/** The places of a page in which a payload can stand. */
const PLACES: readonly ((payload: string) => string)[] = [
  (payload) => payload,
  (payload) => `{{Summary_Section|${payload}}}`,
  (payload) => `{{Notes_Section|Notes=${payload}\n|Usage=x ${payload} y}}`,
];

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage();
  page.on("dialog", (dialog) => dialog.dismiss());
});
afterAll(() => browser?.close());

/** How often a payload got its way in a page with this body, after all that a reader might do with it. */
async function runsOf(body: string): Promise<number> {
  // As a file that a server sends, so that the parser sees it as it sees the site's pages.
  await page.setContent(`<!doctype html><title>x</title><script>ran = () => { runs++ }; runs = 0</script>${body}`);
  return page.evaluate(async () => {
    for (const element of document.querySelectorAll<HTMLElement>("body *")) {
      element.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
      element.dispatchEvent(new PointerEvent("pointerenter"));
      element.focus?.();
      if (element.tagName !== "A" || /^\s*javascript:/i.test((element as HTMLAnchorElement).href)) element.click?.();
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
    return (globalThis as unknown as { runs: number }).runs;
  });
}

test("the payloads are no toys: let through, they run", async () => {
  let count = 0;
  for (const payload of RAW_PAYLOADS) count += Number((await runsOf(payload).catch(() => 1)) > 0);
  expect(count).toBeGreaterThan(RAW_PAYLOADS.length / 3);
  page = await browser.newPage();
}, 120_000);

test("there are at least 150 of them", () => {
  expect(new Set(XSS_PAYLOADS).size).toBeGreaterThanOrEqual(150);
});

test("none runs, wherever in a page it stands", async () => {
  const ran: string[] = [];
  for (const payload of XSS_PAYLOADS) {
    const html = PLACES.map((place) => htmlOf(place(payload))).join("\n");
    if ((await runsOf(html)) > 0) ran.push(payload);
    expect(await page.$$eval("body *", (all) => all.map(({ tagName }) => tagName).join(" "))).not.toMatch(
      /\b(?:SCRIPT|IMG|IFRAME|OBJECT|EMBED|STYLE|LINK|META|BASE|FORM|INPUT|SVG|MATH|VIDEO|AUDIO)\b/i,
    );
  }
  expect(ran).toEqual([]);
}, 240_000);
