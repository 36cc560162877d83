import { isDeepStrictEqual } from "node:util";
import { ENDINGS as endings } from "@wasclean/data/load";
import type { ObservedEvent } from "@wasclean/playground";
import type { ConnectionRecord, Ending, Outcome } from "@wasclean/schema";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium, openPage } from "./chromium.ts";
import { observationsOf } from "./evidence.ts";

let browser: Browser;
let page: Page;
let problems: string[];

beforeAll(async () => {
  browser = await launchChromium();
  ({ page, problems } = await openPage(browser, "/apis/websocket/CloseEvent/"));
});
afterAll(() => browser?.close());

const chromium = observationsOf("chromium");

interface Run {
  events: ObservedEvent[];
  record: ConnectionRecord | null;
  verdict: string;
}

/** Chooses an ending in the element as a reader does, presses Connect, and waits until everything is shown. */
async function run(ending: string, values: Record<string, string>): Promise<Run> {
  await page.locator(">>> select").fill(ending);
  for (const [name, value] of Object.entries(values)) await page.locator(`>>> #${name}`).fill(value);
  const ended = page.evaluate(async () => {
    const element = document.querySelector("close-event-playground") as HTMLElement;
    const next = <T extends keyof HTMLElementEventMap>(type: T) =>
      new Promise<HTMLElementEventMap[T]>((resolve) => {
        element.addEventListener(type, resolve, { once: true });
      });
    const [end, record] = await Promise.all([next("wasclean:end"), next("wasclean:record")]);
    const verdict = element.shadowRoot?.querySelector("[part~=verdict]")?.textContent ?? "";
    return { events: end.detail.events, record: record.detail.record, verdict };
  });
  await page.locator(">>> [part~=connect-button]").click();
  return ended;
}

/** Whether this page can bring it about, and soon: see `isRunnable` in packages/playground. */
const runnable = endings.filter(
  ({ id, connectsTo, client, slow }) =>
    connectsTo === "lab" && !slow && client.every((step) => step.do !== "leave-page") && id in chromium.results,
);

const VERDICTS = {
  agrees: "This browser agrees with the specifications.",
  differs: "This browser differs from the specifications",
  "left open": "The specifications leave this open.",
} as const;

/** What the element must say of an observation. */
function verdictOn({ expected, parameters }: Ending, { events, code, reason, wasClean }: Outcome): string {
  if (expected === null) return VERDICTS["left open"];
  const given = (value: unknown) => {
    const name = Object(value).parameter as string | undefined;
    return name === undefined ? value : parameters.find((parameter) => parameter.name === name)?.default;
  };
  const wanted = [expected.events, given(expected.code), given(expected.reason), expected.wasClean];
  const isSame = JSON.stringify(wanted) === JSON.stringify([events, code, reason, wasClean]);
  return isSame ? VERDICTS.agrees : VERDICTS.differs;
}

const SOCKET_EVENTS = ["open", "message", "error", "close"];

describe("through the element, Chromium reports what was observed in it", () => {
  // What an RST overtakes is a matter of chance, so a published outcome may take a few tries.
  test.each(runnable.map((ending): [string, Ending] => [ending.id, ending]))("%s", { retry: 4 }, async (id, ending) => {
    const { presetOf } = ending;
    const values = presetOf === undefined ? {} : { code: String(presetOf.code), reason: "" };
    const { events, record, verdict } = await run(presetOf?.ending ?? id, values);
    const close = events.find((event) => event.kind === "close");
    const seen = {
      events: events.map(({ kind }) => kind).filter((kind) => SOCKET_EVENTS.includes(kind)),
      code: close?.code,
      reason: close?.reason,
      wasClean: close?.wasClean,
    };
    const observation = chromium.results[id];
    const outcomes: Outcome[] = observation?.variants ?? (observation ? [observation] : []);
    const outcome = outcomes.find((candidate) =>
      Object.entries(seen).every(([name, value]) => isDeepStrictEqual(candidate[name as keyof Outcome], value)),
    );
    expect(
      outcomes.map((each) => ({ ...each, ...seen })),
      `${id} gave ${JSON.stringify(seen)}`,
    ).toContainEqual(outcome);
    expect(record).toMatchObject({ ending: presetOf?.ending ?? id, state: "ended" });
    if (outcome) expect(verdict).toContain(verdictOn(ending, outcome));
  });

  test.each([
    ["server-close", { code: "4001", reason: "bye" }, [4001, "bye", true]],
    ["server-close", { code: "1011", reason: "é💥" }, [1011, "é💥", true]],
    ["server-close", { code: "1000", reason: "x".repeat(124) }, [1006, "", false]],
    ["client-close-echo", { code: "3000", reason: "done" }, [3000, "done", true]],
    ["client-close-other-code", { code: "4000", reason: "mine" }, [4000, "mine", true]],
  ])("%s with values of one's own: %j", async (ending, values, expected) => {
    const { events } = await run(ending, values);
    const close = events.find((event) => event.kind === "close");
    expect([close?.code, close?.reason, close?.wasClean]).toEqual(expected);
  });

  test("every ending that a page can bring about soon was tried", () => {
    expect(runnable.length).toBeGreaterThan(90);
  });

  test("the page reports nothing but the connections that failed", () => {
    expect(problems.filter((problem) => !problem.startsWith("WebSocket connection to"))).toEqual([]);
  });
});
