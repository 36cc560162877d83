import { type ChildProcess, spawn } from "node:child_process";
import { findProgram } from "@wasclean/tools/find-program";
import { freePort } from "@wasclean/tools/free-port";
import { endChild } from "./child.ts";
import { postJson } from "./post-json.ts";

const MINI_BROWSERS = ["/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1", "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1"];

/** The time limit of a command that does not wait for the page, in milliseconds. */
export const COMMAND_MS = 30_000;

/** A browser that a driver has started. */
export interface DriverSession {
  /** The path of the session's commands. */
  at: string;
  capabilities: Record<string, unknown>;
}

/** The part of https://www.w3.org/TR/webdriver2/ that measuring needs. */
export class WebDriver {
  readonly #base: string;
  readonly #child: ChildProcess;

  constructor(base: string, child: ChildProcess) {
    this.#base = base;
    this.#child = child;
  }

  /** Starts a driver on a virtual screen of its own. */
  static async start(program: string): Promise<WebDriver> {
    const port = await freePort();
    // WebKitGTK refuses to run as root with its sandbox.
    const asRoot = process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" } : {};
    const options = { stdio: "ignore", detached: true, env: { ...process.env, ...asRoot } } as const;
    const child = spawn("xvfb-run", ["-a", program, `--port=${port}`], options);
    const driver = new WebDriver(`http://127.0.0.1:${port}`, child);
    await driver.#untilReady();
    return driver;
  }

  async #untilReady(): Promise<void> {
    for (let tries = 0; tries < 300; tries++) {
      const status = await fetch(`${this.#base}/status`).catch(() => null);
      if (status?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error("WebKitWebDriver does not answer.");
  }

  async stop(): Promise<void> {
    // The X server is a child of xvfb-run, and ends only with the process group.
    if (this.#child.pid !== undefined) process.kill(-this.#child.pid, "SIGTERM");
    await endChild(this.#child);
  }

  /** Calls a function with a new browser; `at` is the path of the session. */
  async inSession<T>(use: (at: string, capabilities: Record<string, unknown>) => Promise<T>): Promise<T> {
    const session = await this.newSession();
    try {
      return await use(session.at, session.capabilities);
    } finally {
      await this.endSession(session);
    }
  }

  /** Starts a browser. */
  async newSession(): Promise<DriverSession> {
    const options = { binary: findMiniBrowser(), args: ["--automation"] };
    const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": options } };
    const session = (await this.post("/session", { capabilities })) as {
      sessionId: string;
      capabilities: Record<string, unknown>;
    };
    return { at: `/session/${session.sessionId}`, capabilities: session.capabilities };
  }

  /** Ends a browser, without waiting long: a crashed one may never answer. */
  async endSession({ at }: DriverSession): Promise<void> {
    await fetch(this.#base + at, { method: "DELETE", signal: AbortSignal.timeout(COMMAND_MS) }).catch(() => {});
  }

  /** Calls a method of the measuring page, which may return a promise. */
  callPage(at: string, ms: number, method: string, ...args: unknown[]): Promise<unknown> {
    const script = `const done = arguments[arguments.length - 1], [method, ...args] = arguments[0];
      Promise.resolve(measuringPage[method](...args)).then(done, (error) => done({ failed: String(error) }));`;
    return this.post(`${at}/execute/async`, { script, args: [[method, ...args]] }, ms);
  }

  /** Sends a command; rejects with the driver's message if it fails. */
  async post(path: string, body: unknown, ms = COMMAND_MS): Promise<unknown> {
    const answer = await postJson(this.#base + path, body, ms);
    const { value } = answer.value as { value: { message?: string; error?: string; failed?: string } | null };
    if (answer.status !== 200) throw new Error(`WebKitWebDriver: ${value?.error} ${value?.message}`);
    if (value?.failed !== undefined) throw new Error(value.failed);
    return value;
  }
}

/** The path of MiniBrowser, Debian's small browser on WebKitGTK; `null` if it is not installed. */
export function findMiniBrowser(): string | null {
  return MINI_BROWSERS.map((folder) => findProgram(["MiniBrowser"], [folder])).find((found) => found !== null) ?? null;
}
