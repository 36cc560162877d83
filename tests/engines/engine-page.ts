import { findProgram } from "@wasclean/tools/find-program";
import { installFromDebian } from "@wasclean/tools/install-from-debian";
import puppeteer from "puppeteer-core";
import { findMiniBrowser, WebDriver } from "../../packages/measure/src/drivers/web-driver.ts";
import { type PageRun, runInPage } from "./run-in-page.ts";

/** A page of the site in an engine. */
export interface EnginePage {
  run(ending: string, code: string | null): Promise<PageRun>;
  version(): Promise<string>;
  close(): Promise<void>;
}

function find(names: string[], ...packages: string[]): string {
  if (findProgram(names) === null) installFromDebian(...packages);
  const program = findProgram(names);
  if (program !== null) return program;
  throw new Error(`${names[0]} is not installed. On Debian: apt-get install ${packages.join(" ")}.`);
}

/** Debian's Firefox, which is installed where it is missing. */
export async function openFirefox(url: string): Promise<EnginePage> {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: find(["firefox-esr", "firefox"], "firefox-esr"),
    // Otherwise each failure delays the next connection to the same host.
    extraPrefsFirefox: { "network.websocket.delay-failed-reconnects": false },
  });
  const page = await browser.newPage();
  await page.goto(url, { waitUntil: "load" });
  return {
    run: (ending, code) => page.evaluate(runInPage, ending, code),
    version: () => browser.version(),
    close: () => browser.close(),
  };
}

/** Debian's WebKitGTK, which is installed where it is missing. */
export async function openWebkitgtk(url: string): Promise<EnginePage> {
  find(["xvfb-run"], "xvfb", "xauth");
  const program = find(["WebKitWebDriver"], "webkit2gtk-driver");
  if (findMiniBrowser() === null) throw new Error("MiniBrowser is missing: install webkit2gtk-driver again.");
  const driver = await WebDriver.start(program);
  const session = await driver.newSession();
  await driver.post(`${session.at}/timeouts`, { script: 60_000 });
  await driver.post(`${session.at}/url`, { url });
  const script = `const done = arguments[arguments.length - 1];
    (${runInPage.toString()})(arguments[0], arguments[1]).then(done, (error) => done({ failed: String(error) }));`;
  return {
    run: async (ending, code) =>
      (await driver.post(`${session.at}/execute/async`, { script, args: [ending, code] }, 60_000)) as PageRun,
    version: async () => `WebKitGTK ${session.capabilities.browserVersion}`,
    async close() {
      await driver.endSession(session);
      await driver.stop();
    },
  };
}
