import endings from "@wasclean/data/endings.json" with { type: "json" };
import type { ConnectionRecord } from "@wasclean/data/schema";
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

/** The endings that were run. */
const tried: string[] = [];

interface Run {
  events: ObservedEvent[];
  record: ConnectionRecord | null;
  verdict: string;
}

/** Chooses an ending in the element as a reader does, presses Connect, and waits until everything is shown. */
async function run(ending: string, values: Record<string, string>): Promise<Run> {
  tried.push(ending);
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

/** What Chromium reports: close code, reason, wasClean, the socket's events, the client's Close code on the wire. */
type Row = [ending: string, values: Record<string, string>, Reported];
interface Reported {
  close: [code: number, reason: string, wasClean: boolean];
  events: string;
  sent: number | null | "no Close frame";
  verdict: "agrees" | "differs" | "left open";
}

const clean = (code: number, reason: string, sent: Reported["sent"] = code, verdict: Reported["verdict"] = "agrees") =>
  ({ close: [code, reason, true], events: "open close", sent, verdict }) satisfies Reported;
const failed = (events: string, sent: Reported["sent"], verdict: Reported["verdict"] = "agrees") =>
  ({ close: [1006, "", false], events, sent, verdict }) satisfies Reported;

const VERDICTS = {
  agrees: "This browser agrees with the specifications.",
  differs: "This browser differs from the specifications",
  "left open": "The specifications leave this open.",
} as const;

describe("Chromium, through the element", () => {
  test.each<Row>([
    ["server-close", { code: "4001", reason: "bye" }, clean(4001, "bye")],
    ["server-close", { code: "1000", reason: "" }, clean(1000, "")],
    ["server-close", { code: "1011", reason: "é💥" }, clean(1011, "é💥")],
    ["server-close", { code: "1014", reason: "x".repeat(123) }, clean(1014, "x".repeat(123))],
    // Codes that a server must not send: some are delivered, some are a protocol error.
    ["server-close", { code: "0", reason: "x" }, clean(0, "x", 0, "left open")],
    ["server-close", { code: "999", reason: "x" }, clean(999, "x", 999, "left open")],
    ["server-close", { code: "1004", reason: "x" }, clean(1004, "x", 1004, "left open")],
    ["server-close", { code: "1005", reason: "x" }, failed("open error close", 1002, "left open")],
    ["server-close", { code: "1006", reason: "x" }, failed("open error close", 1002, "left open")],
    ["server-close", { code: "1015", reason: "x" }, failed("open error close", 1002, "left open")],
    ["server-close", { code: "2999", reason: "x" }, clean(2999, "x", 2999, "left open")],
    ["server-close", { code: "65535", reason: "x" }, clean(65535, "x", 65535, "left open")],
    ["server-close", { code: "1000", reason: "x".repeat(124) }, failed("open error close", 1002)],
    ["close-empty", {}, clean(1005, "", null)],
    ["close-reason-124", {}, failed("open error close", 1002)],
    ["close-twice", {}, failed("open error close", 4001, "differs")],
    ["fin-no-close", {}, failed("open close", "no Close frame", "differs")],
    ["rst-no-close", {}, failed("open close", "no Close frame", "differs")],
    ["text-not-utf8", {}, failed("open error close", 1002)],
    ["masked-text", {}, failed("open error close", 1002)],
    ["handshake-status-403", {}, failed("error close", "no Close frame")],
    ["handshake-wrong-accept", {}, failed("error close", "no Close frame")],
    ["client-close-echo", { code: "3000", reason: "done" }, clean(3000, "done")],
    ["client-close-other-code", { code: "4000", reason: "mine" }, clean(4000, "mine", 1000)],
  ])("%s %j", async (ending, values, expected) => {
    const { events, record, verdict } = await run(ending, values);
    const close = events.at(-1);
    expect(close).toMatchObject({ kind: "close" });
    expect(close?.kind === "close" && [close.code, close.reason, close.wasClean]).toEqual(expected.close);
    expect(
      events
        .map(({ kind }) => kind)
        .filter((kind) => kind !== "close-called")
        .join(" "),
    ).toBe(expected.events);
    expect(record).toMatchObject({ ending, state: "ended" });
    expect(record?.clientClose ? record.clientClose.code : "no Close frame").toBe(expected.sent);
    expect(verdict).toContain(VERDICTS[expected.verdict]);
  });

  test("every ending of the data is in the table above", async () => {
    const options = await page.evaluate(() => {
      const select = document.querySelector("close-event-playground")?.shadowRoot?.querySelector("select");
      return [...(select?.options ?? [])].map(({ value }) => value);
    });
    for (const { id } of endings) expect(options).toContain(id);
    expect(new Set(tried)).toEqual(new Set(endings.map(({ id }) => id)));
  });

  test("the page reports nothing but the connections that failed", () => {
    expect(problems.filter((problem) => !problem.startsWith("WebSocket connection to"))).toEqual([]);
  });
});
