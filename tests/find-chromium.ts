import { delimiter, join } from "node:path";
import { installFromDebian, isExecutable } from "./install-from-debian.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const REMEDY = "Install Chromium, or set CHROME_PATH to a Chromium or Chrome; on Debian: apt-get install chromium.";

function findInstalled(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

/** The path of a Chromium to test in: CHROME_PATH, or one on the PATH, or Debian's, installed. Throws what to do where there is none. */
export function findChromium(): string {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (isExecutable(chosen)) return chosen;
    throw new Error(`CHROME_PATH is “${chosen}”, which is no program. ${REMEDY}`);
  }
  if (!findInstalled()) installFromDebian("chromium");
  const found = findInstalled();
  if (!found) throw new Error(`No Chromium found. ${REMEDY}`);
  return found;
}
