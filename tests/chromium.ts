import puppeteer, { type Browser, type LaunchOptions, type Page } from "puppeteer-core";
import { inject } from "vitest";

/** Starts Chromium, by default the one that the tests were given; as root it runs only without its sandbox. */
export function launchChromium(
  executablePath = inject("chromium"),
  { args = [], env }: Pick<LaunchOptions, "args" | "env"> = {},
): Promise<Browser> {
  return puppeteer.launch({
    executablePath,
    ...(env && { env }),
    args: [
      ...args,
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
}

/** What Chromium says of a transition between pages that it left out, as it does where the machine is busy. */
const NO_TRANSITION = /Transition was (?:aborted|skipped)/;

/** Notes what should not be: uncaught exceptions, errors on the console, violations of the Content-Security-Policy. */
export function watchProblems(page: Page): string[] {
  const problems: string[] = [];
  page.on("pageerror", (error) => {
    if (!NO_TRANSITION.test(String(error))) problems.push(String(error));
  });
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  return problems;
}

/** A page, and what should not be on it. */
export async function openPage(browser: Browser, path: string): Promise<{ page: Page; problems: string[] }> {
  const page = await browser.newPage();
  const problems = watchProblems(page);
  await page.goto(inject("site") + path, { waitUntil: "load" });
  return { page, problems };
}
