import { spawn } from "node:child_process";
import { endChild } from "../child.ts";
import type { Engine } from "../engine.ts";
import { findProgram } from "../find-program.ts";
import { freePort } from "../free-port.ts";
import { servePages } from "../page-server.ts";
import type { ClientReport } from "../task.ts";

const MINI_BROWSERS = ["/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1", "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1"];
const SCRIPT_TIMEOUT_MS = 400_000; // over the longest watch

/** Debian's WebKitGTK, by WebDriver. One session has one page at a time, so each run is a session of its own. */
export const webkitgtk: Engine = {
  id: "webkitgtk",
  name: "WebKitGTK",
  note: "WebKitGTK is not Safari: the engine is WebKit, the network library is libsoup and not Apple's.",
  remedy: "On Debian: apt-get install webkit2gtk-driver xvfb.",
  find: () => (findProgram(["xvfb-run"]) && findMiniBrowser() ? findProgram(["WebKitWebDriver"]) : null),
  cannot: () => null,
  async start(program, bundles) {
    const pages = await servePages(bundles.page);
    const port = await freePort();
    const child = spawn("xvfb-run", ["-a", program, `--port=${port}`], {
      stdio: "ignore",
      detached: true,
      // As root it runs only without its sandbox.
      env: {
        ...process.env,
        ...(process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" } : {}),
      },
    });
    const driver = new WebDriver(`http://127.0.0.1:${port}`);
    await driver.untilReady();
    const first = await driver.newSession();
    const version = String(first.capabilities.browserVersion);
    await driver.endSession(first.sessionId);
    return {
      version,
      async run(task, ending) {
        const { sessionId } = await driver.newSession();
        const at = `/session/${sessionId}`;
        try {
          await driver.post(`${at}/timeouts`, { script: SCRIPT_TIMEOUT_MS });
          const url = pages.url(ending.connectsTo === "lab-forbidden-by-csp");
          await driver.post(`${at}/url`, { url });
          const call = (method: string, ...args: unknown[]) => driver.callPage(at, method, args);
          if (!ending.client.some((step) => step.do === "leave-page")) return (await call("run", task)) as ClientReport;
          await call("begin", task);
          await driver.post(`${at}/url`, { url });
          return (await call("kept")) as ClientReport;
        } finally {
          await driver.endSession(sessionId);
        }
      },
      async stop() {
        // The X server is xvfb-run's child, and goes with the group only.
        if (child.pid !== undefined) process.kill(-child.pid, "SIGTERM");
        await endChild(child);
        await pages.stop();
      },
    };
  },
};

interface Session {
  sessionId: string;
  capabilities: Record<string, unknown>;
}

/** As much of https://www.w3.org/TR/webdriver2/ as is needed. */
class WebDriver {
  readonly #base: string;

  constructor(base: string) {
    this.#base = base;
  }

  async untilReady(): Promise<void> {
    for (let tries = 0; tries < 150; tries++) {
      const status = await fetch(`${this.#base}/status`).catch(() => null);
      if (status?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error("WebKitWebDriver does not answer.");
  }

  async newSession(): Promise<Session> {
    const options = { binary: findMiniBrowser(), args: ["--automation"] };
    const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": options } };
    return (await this.post("/session", { capabilities })) as Session;
  }

  async endSession(id: string): Promise<void> {
    await fetch(`${this.#base}/session/${id}`, { method: "DELETE" });
  }

  /** Calls a method of the measuring page; it may give a promise. */
  callPage(at: string, method: string, args: unknown[]): Promise<unknown> {
    const script = `const done = arguments[arguments.length - 1], [method, ...args] = arguments[0];
      Promise.resolve(measuringPage[method](...args)).then(done, (error) => done({ failed: String(error) }));`;
    return this.post(`${at}/execute/async`, { script, args: [[method, ...args]] });
  }

  /** Sends a command; rejects with the driver's message where it fails. */
  async post(path: string, body: unknown): Promise<unknown> {
    const response = await fetch(this.#base + path, { method: "POST", body: JSON.stringify(body) });
    const { value } = (await response.json()) as {
      value: { message?: string; error?: string; failed?: string } | null;
    };
    if (!response.ok) throw new Error(`WebKitWebDriver: ${value?.error} ${value?.message}`);
    if (value?.failed !== undefined) throw new Error(value.failed);
    return value;
  }
}

function findMiniBrowser(): string | null {
  return MINI_BROWSERS.map((folder) => findProgram(["MiniBrowser"], folder)).find((found) => found !== null) ?? null;
}
