import type { ObservedEvent } from "@wasclean/playground";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium, openPage } from "./chromium.ts";

let browser: Browser;
let page: Page;
let problems: string[];

beforeAll(async () => {
  browser = await launchChromium();
  ({ page, problems } = await openPage(browser, "/apis/websocket/CloseEvent/"));
});
afterAll(() => browser?.close());

/** Chooses an ending in the element as a reader does, fills its fields, presses Connect, and waits for the end. */
async function run(ending: string, values: Record<string, string>): Promise<readonly ObservedEvent[]> {
  await page.locator(">>> select").fill(ending);
  for (const [name, value] of Object.entries(values)) await page.locator(`>>> #${name}`).fill(value);
  const ended = page.evaluate(
    () =>
      new Promise<readonly ObservedEvent[]>((resolve) => {
        const element = document.querySelector("close-event-playground");
        element?.addEventListener("wasclean:end", ({ detail }) => resolve(detail.events), { once: true });
      }),
  );
  await page.locator(">>> [part~=connect-button]").click();
  return ended;
}

// All endings with their defaults: tests/engines.
describe("with the values that a reader fills in", () => {
  test.each([
    ["server-close", { code: "4001", reason: "bye" }, [4001, "bye", true]],
    ["server-close", { code: "1011", reason: "é💥" }, [1011, "é💥", true]],
    ["server-close", { code: "1000", reason: "x".repeat(124) }, [1006, "", false]],
    ["client-close-echo", { code: "3000", reason: "done" }, [3000, "done", true]],
    ["client-close-other-code", { code: "4000", reason: "mine" }, [4000, "mine", true]],
  ])("%s ends with %j", async (ending, values, expected) => {
    const close = (await run(ending, values)).find((event) => event.kind === "close");
    expect([close?.code, close?.reason, close?.wasClean]).toEqual(expected);
  });

  test("the page reports nothing but the connections that failed", () => {
    expect(problems.filter((problem) => !problem.startsWith("WebSocket connection to"))).toEqual([]);
  });
});
