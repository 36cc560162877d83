import { findProgram } from "@wasclean/tools/find-program";
import puppeteer, { type LaunchOptions, type Page } from "puppeteer-core";
import type { MeasuringPage } from "../client/page.ts";
import type { Engine } from "../engine.ts";
import { servePages } from "../page-server.ts";
import type { ClientReport, Task } from "../task.ts";

declare const measuringPage: MeasuringPage;

const PROTOCOL_TIMEOUT_MS = 400_000; // over the longest watch

/** An engine that puppeteer drives. */
function fromPuppeteer(
  engine: Pick<Engine, "id" | "name" | "remedy">,
  names: string[],
  options: LaunchOptions,
): Engine {
  return {
    ...engine,
    find: () => process.env[`${engine.id.toUpperCase()}_PATH`] || findProgram(names),
    cannot: () => null,
    async start(program, bundles) {
      const pages = await servePages(bundles.page);
      const browser = await puppeteer.launch({
        ...options,
        executablePath: program,
        protocolTimeout: PROTOCOL_TIMEOUT_MS,
      });
      return {
        version: (await browser.version()).replace(/^.*\//, ""),
        async run(task, ending) {
          const page = await browser.newPage();
          try {
            await page.goto(pages.url(ending.connectsTo === "lab-forbidden-by-csp"));
            const leaves = ending.client.some((step) => step.do === "leave-page");
            return leaves ? await leave(page, task) : await page.evaluate((it) => measuringPage.run(it), task);
          } finally {
            await page.close();
          }
        },
        async stop() {
          await browser.close();
          await pages.stop();
        },
      };
    },
  };
}

async function leave(page: Page, task: Task): Promise<ClientReport> {
  await page.evaluate((it) => measuringPage.begin(it), task);
  await page.goto(page.url());
  return page.evaluate(() => measuringPage.kept());
}

/** Debian's Chromium. */
export const chromium = fromPuppeteer(
  { id: "chromium", name: "Chromium", remedy: "On Debian: apt-get install chromium; or set CHROMIUM_PATH." },
  ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
  {
    args: [
      // As root it runs only without its sandbox.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  },
);

/** Debian's Firefox. */
export const firefox = fromPuppeteer(
  { id: "firefox", name: "Firefox", remedy: "On Debian: apt-get install firefox-esr; or set FIREFOX_PATH." },
  ["firefox-esr", "firefox"],
  {
    browser: "firefox",
    // Otherwise a failure delays the next connection to the same host, and time-outs are measured with it.
    extraPrefsFirefox: { "network.websocket.delay-failed-reconnects": false },
  },
);
