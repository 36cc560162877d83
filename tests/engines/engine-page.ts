import puppeteer, { type Browser } from "puppeteer-core";
import { WebDriver } from "../../packages/measure/src/drivers/web-driver.ts";
import { launchChromium } from "../chromium.ts";
import { requireProgram } from "../programs.ts";
import { type PageRun, runInPage } from "./run-in-page.ts";

/** A page of the site in an engine. */
export interface EnginePage {
  run(ending: string, code: string | null): Promise<PageRun>;
  version(): Promise<string>;
  close(): Promise<void>;
}

/** Chromium, or a browser built on it. */
export async function openChromium(url: string): Promise<EnginePage> {
  return openWithPuppeteer(await launchChromium(requireProgram("chromium")), url);
}

/** Firefox. */
export async function openFirefox(url: string): Promise<EnginePage> {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: requireProgram("firefox"),
    // Otherwise each failure delays the next connection to the same host.
    extraPrefsFirefox: { "network.websocket.delay-failed-reconnects": false },
  });
  return openWithPuppeteer(browser, url);
}

async function openWithPuppeteer(browser: Browser, url: string): Promise<EnginePage> {
  const page = await browser.newPage();
  await page.goto(url, { waitUntil: "load" });
  return {
    run: (ending, code) => page.evaluate(runInPage, ending, code),
    version: () => browser.version(),
    close: () => browser.close(),
  };
}

/** WebKitGTK in its MiniBrowser. */
export async function openWebkitgtk(url: string): Promise<EnginePage> {
  requireProgram("xvfb");
  const driver = await WebDriver.start(requireProgram("webKitDriver"));
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
