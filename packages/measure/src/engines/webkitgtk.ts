import { findProgram } from "@wasclean/tools/find-program";
import type { ClientReport } from "../client/task.ts";
import { servePages } from "../drivers/page-server.ts";
import { COMMAND_MS, findMiniBrowser, WebDriver } from "../drivers/web-driver.ts";
import type { Engine } from "../engine.ts";

const SCRIPT_TIMEOUT_MS = 400_000; // longer than the longest watch

/** Debian's WebKitGTK, through WebDriver. A driver has one session at a time, so parallel runs need a driver each. */
export const engine: Engine = {
  id: "webkitgtk",
  name: "WebKitGTK",
  note: "WebKitGTK is not Safari: the engine is WebKit, the network library is libsoup and not Apple's.",
  remedy: "On Debian: apt-get install webkit2gtk-driver xvfb.",
  find: () => (findProgram(["xvfb-run"]) && findMiniBrowser() ? findProgram(["WebKitWebDriver"]) : null),
  cannot: () => null,
  async start(program, bundles) {
    const pages = await servePages(bundles.page);
    const drivers: WebDriver[] = [];
    const idle: WebDriver[] = [];
    const first = await WebDriver.start(program);
    drivers.push(first);
    idle.push(first);
    const version = await first.inSession(async (_, { browserVersion }) => String(browserVersion));
    return {
      version,
      async run(task, ending) {
        const driver = idle.pop() ?? (await WebDriver.start(program));
        if (!drivers.includes(driver)) drivers.push(driver);
        const url = pages.url(ending.connectsTo === "lab-forbidden-by-csp");
        const leaves = ending.client.some((step) => step.do === "leave-page");
        // A driver that failed is not used again.
        const report = await driver.inSession(async (at) => {
          await driver.post(`${at}/timeouts`, { script: SCRIPT_TIMEOUT_MS });
          await driver.post(`${at}/url`, { url });
          if (!leaves) return (await driver.callPage(at, task.watchMs + COMMAND_MS, "run", task)) as ClientReport;
          await driver.callPage(at, COMMAND_MS, "begin", task);
          await driver.post(`${at}/url`, { url });
          return (await driver.callPage(at, COMMAND_MS, "kept")) as ClientReport;
        });
        idle.push(driver);
        return report;
      },
      async stop() {
        await Promise.all(drivers.map((driver) => driver.stop()));
        await pages.stop();
      },
    };
  },
};
