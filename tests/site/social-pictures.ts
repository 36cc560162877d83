import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer-core";
import { REDIRECT } from "./kinds.ts";
import { readStartTags } from "./markup.ts";

/** What a preview of a page says, by the page's path below the site's base. */
export type SocialPictures = Record<string, { file: string; title: string; description: string }>;

/** The list that the site reads, and the folder of the pictures; absolute. */
export const LIST = fileURLToPath(new URL("../../src/features/social-pictures/social-pictures.json", import.meta.url));
export const FOLDER = fileURLToPath(new URL("../../public/og/", import.meta.url));

/** Pages without one of their own: they have that of the page above them, or are not meant to be shared. */
const SHARED = /^\/(?:endings\/.+|apis\/(?:.*\/archive\/|websocket\/)?|wiki\/.*|embed\/frame\/|search\/|404\.html)$/;

/** The pictures that the built pages ask for. */
export function toSocialPictures(pages: ReadonlyMap<string, string>): SocialPictures {
  const own = [...pages].filter(([address]) => !SHARED.test(address) && !REDIRECT.test(address)).sort();
  return Object.fromEntries(
    own.map(([address, html]) => {
      const path = address.slice(1);
      const tags = readStartTags(html).filter(({ name }) => name === "meta");
      const meta = (property: string) =>
        tags.find(({ attributes }) => attributes.get("property") === property)?.attributes.get("content") ?? "";
      const file = `${path.replace(/\/$/, "").replaceAll("/", "-") || "home"}.png`;
      return [path, { file, title: meta("og:title"), description: meta("og:description") }];
    }),
  );
}

/** Draws a picture of 1200 × 630 pixels. */
export async function drawSocialPicture(page: Page, path: string, title: string, description: string) {
  await page.setViewport({ width: 1200, height: 630 });
  await page.setContent(TEMPLATE);
  await page.evaluate(
    (texts) => {
      for (const [id, text] of Object.entries(texts)) document.getElementById(id)?.replaceChildren(text);
    },
    { title: path === "" ? "How does a WebSocket end?" : title, description, path: `/${path}` },
  );
  return page.screenshot();
}

// The colours and the type of src/styles/tokens.css, in light.
const TEMPLATE = `<!doctype html>
<style>
  body { box-sizing: border-box; height: 630px; margin: 0; padding: 64px 90px 56px; display: flex; flex-direction: column;
    color: #1b1d1f; background: #fcfcfa; font-family: sans-serif; }
  #name { font: 36px monospace; }
  #name b, #path { color: #0b635b; font-weight: 400; }
  h1 { margin: 64px 0 24px; font-size: 68px; line-height: 1.15; letter-spacing: -0.01em; text-wrap: balance;
    overflow-wrap: anywhere; }
  #description { display: -webkit-box; margin: 0; overflow: hidden; color: #5b6066; font-size: 29px; line-height: 1.45;
    -webkit-box-orient: vertical; -webkit-line-clamp: 3; }
  #path { margin: auto 0 0; padding-top: 28px; border-top: 2px solid #dcdcd7; font: 28px monospace; }
</style>
<div id="name">was<b>Clean</b></div>
<h1 id="title"></h1>
<p id="description"></p>
<p id="path"></p>`;
