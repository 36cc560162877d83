import { fromPuppeteer } from "../drivers/from-puppeteer.ts";
import type { Engine } from "../engine.ts";

/** Debian's Chromium. */
export const engine: Engine = fromPuppeteer(
  { id: "chromium", name: "Chromium", remedy: "On Debian: apt-get install chromium; or set CHROMIUM_PATH." },
  ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
  {
    args: [
      // Chromium refuses to run as root with its sandbox.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  },
);
