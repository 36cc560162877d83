import { findProgram } from "@wasclean/tools/find-program";
import puppeteer, { type LaunchOptions, type Page } from "puppeteer-core";
import type { MeasuringPage } from "../client/page.ts";
import type { ClientReport, Task } from "../client/task.ts";
import type { Engine } from "../engine.ts";
import { servePages } from "./page-server.ts";

declare const measuringPage: MeasuringPage;

const PROTOCOL_TIMEOUT_MS = 400_000; // longer than the longest watch

/** An engine that puppeteer drives. */
export function fromPuppeteer(
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
