import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, ElementHandle, Page } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from "vitest";
import { runFixture } from "../packages/playground/src/testing/run-fixture.ts";
import { launchChromium, watchProblems } from "./chromium.ts";
import { FLOOD, type HostileServer, LARGE, serveHostile } from "./hostile-server.ts";

/** The longest that the page may not answer, in milliseconds. */
const FREEZE = 200;
/** A machine with more to do than it has cores works on the page for a part of the time only. */
const freezeNow = () => FREEZE * Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());
/** The most that the page may keep, in bytes of JavaScript's heap. */
const HEAP = 40 * 1024 * 1024;

let browser: Browser;
let server: HostileServer;
let page: Page;
let problems: string[];

beforeAll(async () => {
  browser = await launchChromium();
  server = await serveHostile();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});
beforeEach(async () => {
  page = await browser.newPage();
  onTestFinished(() => page.close());
  problems = watchProblems(page);
  await page.evaluateOnNewDocument(() => {
    const state = window as unknown as { longest: number; ran?: number };
    state.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) state.longest = Math.max(state.longest, duration);
    }).observe({ type: "longtask" });
  });
  await open("");
  await page.evaluate(async () => {
    await customElements.whenDefined("close-event-playground");
    document.querySelector("close-event-playground")?.shadowRoot?.querySelector("details")?.toggleAttribute("open");
  });
  await page.locator(">>> [part~=load-input]").wait();
  await page.evaluate(() => {
    (window as unknown as { longest: number }).longest = 0;
  });
});

const open = (fragment: string) => page.goto(`${server.origin}/${fragment}`, { waitUntil: "load" });

/** Connects with attributes, and waits for the event of the element that says that it is over. */
function run(attributes: Record<string, string>, over: "wasclean:end" | "wasclean:record" = "wasclean:end") {
  return page.evaluate(
    async (given, type) => {
      const playground = document.querySelector("close-event-playground");
      for (const [name, value] of Object.entries(given)) playground?.setAttribute(name, value);
      const ended = new Promise<unknown>((resolve) => {
        playground?.addEventListener(type, ({ detail }) => resolve(detail), { once: true });
      });
      playground?.connect();
      return ended;
    },
    attributes,
    over,
  );
}

const sockets = () => server.origin.replace("http", "ws");
const lab = (name: string) => ({ ending: "close-empty", lab: `${server.origin}/lab/${name}/` });
const textOf = (part: string) =>
  page.evaluate(
    (it) =>
      document.querySelector("close-event-playground")?.shadowRoot?.querySelector(`[part~=${it}]`)?.textContent ?? "",
    part,
  );

/** Nothing may have run in the page, or have been kept, and it may not have been still for long, the milliseconds aside that are the browser's. */
async function expectCalm(browsers = 0): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 300));
  const { longest, ran, polluted } = await page.evaluate(() => {
    const { longest, ran } = window as unknown as { longest: number; ran?: number };
    return { longest, ran, polluted: Object.keys(Object.prototype).length + Number("polluted" in {}) };
  });
  expect(longest, "milliseconds of the longest task").toBeLessThan(browsers + freezeNow());
  expect(ran).toBeUndefined();
  expect(polluted).toBe(0);
  expect(problems.filter((problem) => !problem.includes("404"))).toEqual([]);
  const client = await page.createCDPSession();
  await client.send("HeapProfiler.collectGarbage");
  const { usedSize } = (await client.send("Runtime.getHeapUsage")) as { usedSize: number };
  expect(usedSize, "bytes kept").toBeLessThan(HEAP);
}

test("100,000 messages as fast as they go: a bounded list says how many it left out", async () => {
  await run({ src: `${sockets()}/flood` });
  const words = `${FLOOD + 2} events; ${FLOOD - 199} left out here.`;
  await page.waitForFunction(
    (it) => document.querySelector("close-event-playground")?.shadowRoot?.textContent?.includes(it),
    {},
    words,
  );
  expect(await page.$$eval(">>> [part~=events] li", (rows) => rows.length)).toBeLessThan(500);
  await expectCalm();
});

test("messages of 10 MB are not kept, and freeze the page no longer than the browser itself does", async () => {
  const bare = await page.evaluate(async (url) => {
    const state = window as unknown as { longest: number };
    const socket = new WebSocket(url);
    await new Promise((resolve) => {
      socket.onclose = resolve;
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { longest } = state;
    state.longest = 0;
    return longest;
  }, `${sockets()}/large`);
  const { events } = (await run({ src: `${sockets()}/large` })) as { events: unknown[] };
  expect(events).toHaveLength(LARGE + 2);
  await expectCalm(bare);
});

test("a reason with markup and bidirectional controls reorders nothing and is not read", async () => {
  await run({ src: `${sockets()}/reason` });
  const shown = await page.evaluate(() => document.querySelector("close-event-playground")?.shadowRoot?.textContent);
  expect(shown).toContain("\\u{202e}\\u{2067}\\u{2066}שלום עליכם");
  expect(shown).not.toMatch(/[\u202a-\u202e\u2066\u2067]/);
  expect(shown).toContain("\u2068\\u{202e}");
  await expectCalm();
});

test.each(["endless", "wrong", "huge", "deep", "prototype", "markup"])("a lab whose records are %s", async (name) => {
  const { record, problem } = (await run(lab(name), "wasclean:record")) as { record: unknown; problem: unknown };
  const isRead = name === "prototype" || name === "markup" || name === "deep";
  expect(problem).toBe(isRead ? null : "RECORD_UNREADABLE");
  expect(record === null).toBe(!isRead);
  expect(await page.$$eval(">>> [part~=panel] :is(img, script)", (all) => all.length)).toBe(0);
  await expectCalm();
});

test("a lab that answers slowly: the page goes on", async () => {
  void run(lab("slow"), "wasclean:record").catch(() => {});
  await page.waitForFunction(() => document.querySelector("close-event-playground")?.state === "closed");
  await expectCalm();
});

test.each(["endless", "huge", "wrong", "markup"])("a lab whose index is %s", async (name) => {
  await page.evaluate(
    (given) => {
      const playground = document.querySelector("close-event-playground");
      for (const [key, value] of Object.entries(given)) playground?.setAttribute(key, value);
      playground?.connect();
    },
    lab(`index-${name}`),
  );
  await page.locator(">>> [part~=offer]").wait();
  expect(await textOf("offer")).toContain("is not a lab");
  await expectCalm();
});

test("a lab whose index is deep", async () => {
  await run(lab("index-deep"));
  await expectCalm();
});

const many = (length: number, event: object) => Array.from({ length }, () => event);
const wire = { at: 0, by: "server", kind: "frame", opcode: 1, fin: true, rsv: 0, masked: false, length: 9 };
const text = { at: 1, kind: "message", type: "text", length: 1, preview: "\u202e" };
const call = { at: 1, kind: "send-called", type: "text", length: 9, preview: "<b>", exception: null };
const fileOf = (rest: object) => JSON.stringify({ ...runFixture, record: null, ...rest });
const nested = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;

test.each<[string, () => string, string]>([
  ["50 MB", () => " ".repeat(50 * 1024 * 1024), "longer than 1 MB"],
  ["nothing but depth", () => nested, "not a run"],
  [
    "a deep field of its own",
    () => fileOf({}).replace("{", `{"__proto__":${nested},"constructor":${nested},`),
    "Loaded",
  ],
  [
    "ten thousand events that are not messages",
    () => fileOf({ events: many(10_000, { at: 0, kind: "error" }) }),
    "Loaded",
  ],
  ["thousands of messages and frames", () => fileOf({ events: many(4000, text), wire: many(5000, wire) }), "Loaded"],
  ["thousands of calls", () => fileOf({ mode: "own", ending: null, events: many(8000, call) }), "Loaded"],
  ["names of prototypes", () => fileOf({ ending: "__proto__", engine: "constructor", url: "ws://toString" }), "Loaded"],
])("a file with %s", async (_, content, said) => {
  const folder = mkdtempSync(join(tmpdir(), "wasclean-hostile-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "run.json"), content());
  const input = (await page.waitForSelector(">>> [part~=load-input]")) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(join(folder, "run.json"));
  await page.waitForFunction(
    (words) => document.querySelector("close-event-playground")?.shadowRoot?.textContent?.includes(words),
    {},
    said,
  );
  await page.evaluate(() => {
    document
      .querySelector("close-event-playground")
      ?.shadowRoot?.querySelector<HTMLElement>("[part~=save-button]")
      ?.click();
  });
  await expectCalm();
});

test.each([
  ["1 MB of a reason", `#wasclean?ending=server-close&reason=${"x".repeat(1024 * 1024)}`],
  ["names of prototypes", "#wasclean?ending=constructor&mode=__proto__&code=toString&__proto__=1&src=javascript:ran=1"],
  ["markup", `#wasclean?src=${encodeURIComponent("ws://x/<img src=x onerror=ran=1>")}&reason=<script>ran=1</script>`],
])("a fragment with %s", async (_, fragment) => {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, fragment);
  await expectCalm();
  expect(await page.evaluate(() => document.querySelector("close-event-playground")?.state)).toBe("idle");
});
