import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createSiteServer } from "@wasclean/serve";
import { requireProgram } from "../programs.ts";
import { DIST, SAMPLES } from "./kinds.ts";
import { KEPT, launchForScreenshots, takeScreenshot, toFile, VIEWS } from "./screenshots.ts";

// Takes the pictures that the visual tests compare with, of the site as it is built now.
const server = createSiteServer(DIST);
const site = await server.listen(0, "127.0.0.1");
const browser = await launchForScreenshots(requireProgram("chromium"));
rmSync(KEPT, { recursive: true, force: true });
mkdirSync(KEPT);
for (const [kind, path] of SAMPLES) {
  const page = await browser.newPage();
  await page.goto(site + path, { waitUntil: "load" });
  for (const view of VIEWS) writeFileSync(join(KEPT, toFile(kind, view)), await takeScreenshot(page, view));
  await page.close();
  console.log(kind);
}
await browser.close();
await server.stop();
