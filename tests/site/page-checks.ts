import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { HTTPResponse, Page } from "puppeteer-core";

/** What a load of a page asked for and did. */
export interface Load {
  /** The addresses that were asked for. */
  requests: string[];
  /** The files of scripts and style sheets, by address. */
  files: Map<string, { type: "script" | "stylesheet"; bytes: Buffer }>;
}

/** Starts to note what the page asks for, and how far its layout shifts. */
export async function watchLoad(page: Page): Promise<Load> {
  const load: Load = { requests: [], files: new Map() };
  page.on("request", (request) => load.requests.push(request.url()));
  page.on("response", async (response: HTTPResponse) => {
    const type = response.request().resourceType();
    if (type === "script" || type === "stylesheet")
      load.files.set(response.url(), { type, bytes: await response.buffer() });
  });
  await page.evaluateOnNewDocument(() => {
    Object.assign(globalThis, { layoutShifts: [] as string[] });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as PerformanceEntry & { value: number; sources: { node: Node | null }[] };
        const names = sources.map(({ node }) => (node instanceof Element ? node.outerHTML.slice(0, 80) : "?"));
        (globalThis as unknown as { layoutShifts: string[] }).layoutShifts.push(`${value}: ${names.join(" ")}`);
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  return load;
}

/** Every shift of the layout since the load, with what moved. */
export const readLayoutShifts = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)));
    return (globalThis as unknown as { layoutShifts: string[] }).layoutShifts;
  });

/** What differs between light and dark. */
const COLOURS = ["color-contrast", "link-in-text-block"];

/** What axe finds in one colour scheme: all of its rules, or those on colours. */
export async function runAxe(page: Page, scheme: string, rules: "all" | "colours" = "all"): Promise<string[]> {
  await page.emulateMediaFeatures([
    { name: "prefers-color-scheme", value: scheme },
    { name: "prefers-reduced-motion", value: "reduce" },
  ]);
  const source = await readFile(createRequire(import.meta.url).resolve("axe-core"), "utf8");
  // Evaluated through the debugger: the page's own policy stays as strict as it is for readers.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(source);
  // Nodes that passed are neither described nor sent here: on the longest page they are 10,000.
  const options = { resultTypes: ["violations"], ...(rules === "colours" && { runOnly: COLOURS }) };
  const run = `axe.run(${JSON.stringify(options)}).then(({ violations }) => violations)`;
  const violations = (await page.evaluate(run)) as AxeResults["violations"];
  return violations.map(({ id, nodes }) => `${scheme}, ${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/** Opens every disclosure of the page, what its buttons expand, and a cell of the matrix; gives how many. */
export async function openAll(page: Page): Promise<number> {
  const opened = await page.evaluate(() => {
    const details = [...document.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
    for (const one of details) one.open = true;
    const buttons = [...document.querySelectorAll<HTMLElement>("button[aria-expanded=false]")];
    const cell = document.querySelector<HTMLElement>(".matrix tr[data-row] td a");
    for (const button of cell ? [...buttons, cell] : buttons) button.click();
    return details.length + buttons.length + (cell ? 1 : 0);
  });
  if (opened > 0) await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  return opened;
}

/**
 * What a reader sees in the main part, block by block, without what only scripts make of use. What the forms on
 * the embed page and on the about page write is left out: without script a text says how to write it by hand.
 */
export const readBlocks = (page: Page): Promise<string[]> =>
  page.$$eval("main :is(h1, h2, h3, h4, h5, h6, p, li, th, td, dt, dd, pre, figcaption, summary)", (elements) =>
    elements
      .filter((element) => element instanceof HTMLElement && element.checkVisibility())
      .filter(
        (element) =>
          !element.querySelector("button, input, select") &&
          !element.closest("form, search, correction-form, pre:has([data-tag], [data-iframe])"),
      )
      .map((element) => (element as HTMLElement).textContent.replace(/\s+/g, " ").trim())
      .filter(Boolean),
  );
