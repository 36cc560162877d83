import { findProgram, isExecutable } from "@wasclean/tools/find-program";
import { installFromDebian } from "@wasclean/tools/install-from-debian";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const REMEDY = "Install Chromium, or set CHROME_PATH to a Chromium or Chrome; on Debian: apt-get install chromium.";

/** The path of a Chromium to test in: CHROME_PATH, or one on the PATH, or Debian's, installed. Throws the remedy where none can be had. */
export function findChromium(): string {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (isExecutable(chosen)) return chosen;
    throw new Error(`CHROME_PATH is “${chosen}”, which is not a program. ${REMEDY}`);
  }
  if (findProgram(NAMES) === null) installFromDebian("chromium");
  const found = findProgram(NAMES);
  if (found === null) throw new Error(`No Chromium found. ${REMEDY}`);
  return found;
}
