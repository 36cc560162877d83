import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { requireProgram } from "../programs.ts";
import { readPages } from "./kinds.ts";
import { launchForScreenshots } from "./screenshots.ts";
import { drawSocialPicture, FOLDER, LIST, toSocialPictures } from "./social-pictures.ts";

// Draws what previews of the built pages show, and lists it for the next build.
const pictures = toSocialPictures(readPages());
const browser = await launchForScreenshots(requireProgram("chromium"));
const page = await browser.newPage();
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER);
for (const [path, { file, title, description }] of Object.entries(pictures))
  writeFileSync(join(FOLDER, file), await drawSocialPicture(page, path, title, description));
await browser.close();
writeFileSync(LIST, `${JSON.stringify(pictures, null, 2)}\n`);
console.log(`${Object.keys(pictures).length} pictures, listed in src/features/social-pictures/social-pictures.json.`);
