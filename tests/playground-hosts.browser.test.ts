import type { Browser, Frame, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launchChromium, watchProblems } from "./chromium.ts";
import { type HostServer, serveHosts } from "./host-server.ts";

let browser: Browser;
let hosts: HostServer;

beforeAll(async () => {
  browser = await launchChromium();
  hosts = await serveHosts(inject("site"));
});
afterAll(async () => {
  await browser?.close();
  await hosts?.stop();
});

/** A page of another site, and what its console complained of. */
async function open(path: string): Promise<{ page: Page; problems: string[] }> {
  const page = await browser.newPage();
  const problems = watchProblems(page);
  await page.goto(hosts.origin + path, { waitUntil: "load" });
  return { page, problems };
}

/** Presses Connect in the first playground; gives the last event that was observed. */
function connect(place: Page | Frame) {
  return place.evaluate(async () => {
    await customElements.whenDefined("close-event-playground");
    const playground = document.querySelector("close-event-playground");
    const ended = new Promise<{ kind: string; code?: number; reason?: string }>((resolve) => {
      playground?.addEventListener("wasclean:end", ({ detail }) => resolve({ ...detail.events.at(-1) } as never));
    });
    playground?.shadowRoot?.querySelector<HTMLElement>("[part~=connect-button]")?.click();
    return ended;
  });
}

describe("in pages of another origin", () => {
  test("a plain HTML file, by one tag with its hash", async () => {
    const { page } = await open("/plain");
    expect(await connect(page)).toMatchObject({ kind: "close", code: 4001, reason: "plain" });
  });

  test("another hash is refused by the browser", async () => {
    const { page, problems } = await open("/wrong-hash");
    expect(await page.evaluate(() => customElements.get("close-event-playground") === undefined)).toBe(true);
    expect(problems.join()).toContain("integrity");
  });

  test("under a strict Content-Security-Policy with Trusted Types", async () => {
    const { page, problems } = await open("/strict");
    expect(await connect(page)).toMatchObject({ code: 4001 });
    await page.locator(">>> [part~=verdict]").wait();
    expect(problems).toEqual([]);
  });

  test("in a sandboxed iframe", async () => {
    const { page } = await open("/sandbox");
    const frame = page.frames().find((each) => each !== page.mainFrame());
    expect(frame && (await connect(frame))).toMatchObject({ code: 4001 });
  });

  test.each([
    ["React", "/react", "4002"],
    ["Vue", "/vue", "4003"],
  ])("within %s", async (_, path, code) => {
    const { page } = await open(path);
    await page.locator("close-event-playground").wait();
    await connect(page);
    await page.waitForFunction((it) => document.querySelector("output")?.textContent === it, { timeout: 10_000 }, code);
  });

  test("fifty on one page ask for nothing, and each works", async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${hosts.origin}/fifty`, { waitUntil: "networkidle0" });
    expect(asked.filter((path) => path !== "/favicon.ico")).toEqual(["/fifty", "/own.js"]);
    const codes = await page.evaluate(async () => {
      const all = [...document.querySelectorAll("close-event-playground")];
      const ended = all.map(
        (each) =>
          new Promise<number>((resolve) => {
            each.addEventListener("wasclean:end", ({ detail }) => {
              const last = detail.events.at(-1);
              resolve(last?.kind === "close" ? last.code : -1);
            });
          }),
      );
      for (const each of all) each.shadowRoot?.querySelector<HTMLElement>("[part~=connect-button]")?.click();
      return Promise.all(ended);
    });
    expect(codes).toEqual(Array(50).fill(1005));
  });
});

describe("added, moved and removed", () => {
  const state = (page: Page) => page.evaluate(() => document.querySelector("close-event-playground")?.state);

  /** Begins a connection that lasts until somebody closes it; gives its id in the lab. */
  async function begin(page: Page): Promise<string> {
    return page.evaluate(async () => {
      await customElements.whenDefined("close-event-playground");
      const playground = document.querySelector("close-event-playground");
      playground?.setAttribute("ending", "close-tcp-open");
      const opened = new Promise<string>((resolve) => {
        playground?.addEventListener("wasclean:event", ({ detail }) => {
          if (detail.event.kind === "open") resolve(detail.connection ?? "");
        });
      });
      playground?.shadowRoot?.querySelector<HTMLElement>("[part~=connect-button]")?.click();
      return opened;
    });
  }

  test("taken out of the document mid-connection, it leaves no connection behind", async () => {
    const { page } = await open("/plain");
    const id = await begin(page);
    await page.evaluate(() => document.querySelector("close-event-playground")?.remove());
    await expect
      .poll(
        async () =>
          ((await (await fetch(`${inject("site")}/lab/connections/${id}`)).json()) as { state: string }).state,
        {
          timeout: 8_000,
        },
      )
      .toBe("ended");
  });

  test("moved by moveBefore() it goes on", async () => {
    const { page } = await open("/plain");
    await begin(page);
    expect(await state(page)).toBe("open");
    await page.evaluate(() => {
      const playground = document.querySelector("close-event-playground");
      if (playground) (document.body as unknown as { moveBefore(a: Node, b: null): void }).moveBefore(playground, null);
    });
    expect(await state(page)).toBe("open");
  });
});
