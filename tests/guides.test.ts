import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createBoundedServer, createLab } from "@wasclean/lab";
import { freePort } from "@wasclean/tools/free-port";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import WebSocketOfWs from "ws";
import { CODE, endOf, firstEvent, type Program, type Running, servers, signal, start } from "./guide-programs.ts";
import { requireProgram } from "./programs.ts";

const runs: Record<string, { with: string; how: string }> = JSON.parse(readFileSync(join(CODE, "runs.json"), "utf8"));
const files = readdirSync(CODE).filter((file) => file !== "runs.json");
const guides = new URL("../src/content/guides/", import.meta.url);

let running: Running | undefined;
afterEach(() => {
  if (running) signal(running, "SIGKILL");
  running = undefined;
});

async function open(url: string): Promise<WebSocket> {
  const socket = new WebSocket(url);
  expect(await firstEvent(socket, "open", "error")).toBe("open");
  return socket;
}

/** Sends something; gives the end that comes of it. */
async function endAfter(url: string, data: string | Uint8Array<ArrayBuffer>) {
  const socket = await open(url);
  const end = endOf(socket);
  socket.send(data);
  return end;
}

test("each file of code is shown in a guide, and the guides say with what it was run", () => {
  const shown = readdirSync(guides)
    .filter((file) => file.endsWith(".mdx"))
    .flatMap((file) => [...readFileSync(new URL(file, guides), "utf8").matchAll(/<Sample file="([^"]+)"/g)])
    .map(([, file]) => file);
  expect(shown.toSorted()).toEqual(files.toSorted());
  expect(Object.keys(runs).toSorted()).toEqual(files.toSorted());
});

describe.each(servers)("$file", ({ missing, version, ...program }: Program) => {
  const why = missing === null ? "" : ` (skipped: ${missing})`;

  test.runIf(version)("is run with the version that its guide names", () => {
    expect(runs[program.file]?.with.split(" and ")[0], "mend src/content/guides/code/runs.json").toBe(version);
  });

  test.runIf(missing === null)(`closes as its guide says${why}`, async () => {
    running = await start(program);
    const { url } = running;
    expect(await endAfter(url, "bye")).toEqual([1000, "bye", true]);
    expect(await endAfter(url, Uint8Array.of(0, 255))).toEqual([1003, "text only", true]);
    expect((await endAfter(url, "x".repeat(64 * 1024 + 1)))[0]).toBe(1009);
    const socket = await open(url);
    const answer = new Promise((resolve) => socket.addEventListener("message", ({ data }) => resolve(data)));
    socket.send("hello");
    expect(await answer).toBe("hello");
    const end = endOf(socket);
    signal(running, "SIGTERM");
    expect(await end).toEqual([1001, "restarting", true]);
    await running.exit;
  });
});

test("the guides name the version of ws that is installed", () => {
  const { version } = JSON.parse(readFileSync(new URL("../node_modules/ws/package.json", import.meta.url), "utf8"));
  const named = Object.values(runs).flatMap((run) => / ws (.+)$/.exec(run.with)?.[1] ?? []);
  expect(new Set(named), "mend src/content/guides/code/runs.json").toEqual(new Set([version]));
});

describe("heartbeat.mjs", () => {
  test("keeps a client that answers, and ends one that does not", async () => {
    const env = { PING_EVERY: "100" };
    running = await start({ file: "heartbeat.mjs", command: process.execPath, args: [], env });
    const alive = await open(running.url);
    const silent = new WebSocketOfWs(running.url, { autoPong: false });
    expect(await new Promise((resolve) => silent.once("close", resolve))).toBe(1006);
    expect(alive.readyState).toBe(WebSocket.OPEN);
    alive.close();
  });
});

describe("nginx.conf", () => {
  test.each([
    ["ends a quiet connection", "60000", false, [1006, "", false]],
    ["leaves a connection open that the server pings", "300", false, null],
    ["leaves a connection open on which only the client sends", "60000", true, null],
  ] as const)("%s", async (_, every, isSending, expected) => {
    running = await start({ file: "heartbeat.mjs", command: process.execPath, args: [], env: { PING_EVERY: every } });
    const port = await freePort();
    const folder = mkdtempSync(join(tmpdir(), "wasclean-nginx-"));
    const site = readFileSync(join(CODE, "nginx.conf"), "utf8")
      .replace("127.0.0.1:8081", `127.0.0.1:${port}`)
      .replace("127.0.0.1:8080", new URL(running.url).host)
      .replace("proxy_read_timeout 60s", "proxy_read_timeout 1s");
    const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder};`);
    const http = `http { access_log off; ${paths.join(" ")}\n${site} }`;
    writeFileSync(join(folder, "nginx.conf"), `daemon off; pid ${folder}/pid; error_log stderr; events {}\n${http}`);
    const child = spawn(requireProgram("nginx"), ["-e", "stderr", "-c", join(folder, "nginx.conf")], {
      stdio: "ignore",
    });
    try {
      const socket = await openSoon(`ws://127.0.0.1:${port}/`);
      const timer = isSending ? setInterval(() => socket.send("x"), 300) : undefined;
      const patience = new Promise<null>((resolve) => setTimeout(resolve, 3000, null));
      expect(await Promise.race([endOf(socket), patience])).toEqual(expected);
      clearInterval(timer);
      socket.close();
    } finally {
      const exit = new Promise((resolve) => child.once("close", resolve));
      child.kill("SIGTERM");
      await exit;
      rmSync(folder, { recursive: true });
    }
  });
});

async function openSoon(url: string): Promise<WebSocket> {
  for (let attempt = 0; attempt < 1200; attempt++) {
    const socket = new WebSocket(url);
    if ((await firstEvent(socket, "open", "error")) === "open") return socket;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("nginx took no connection within a minute.");
}

describe("in a lab", () => {
  const lab = createLab();
  const server = createBoundedServer(lab, lab.handleRequest);
  let base = "";
  beforeAll(async () => {
    base = (await server.listen(0, "127.0.0.1")).replace("http", "ws");
  });
  afterAll(() => server.stop());

  test("close-and-wait.mjs gives the CloseEvent, or null in time", async () => {
    const { closeAndWait } = await import(join(CODE, "close-and-wait.mjs"));
    const echoed = await closeAndWait(await open(`${base}/lab/client-close-echo`), { code: 4001, reason: "done" });
    expect([echoed.code, echoed.reason, echoed.wasClean]).toEqual([4001, "done", true]);
    const begun = Date.now();
    expect(await closeAndWait(await open(`${base}/lab/client-close-late`), { limit: 50 })).toBeNull();
    expect(Date.now() - begun).toBeLessThan(900);
  });

  test.each([
    ["client-close-echo", 101],
    ["handshake-status-403", 403],
    ["handshake-redirect", 301],
  ])("ask-for-101.sh shows the status of %s", async (ending, status) => {
    const command = readFileSync(join(CODE, "ask-for-101.sh"), "utf8")
      .replace("https://example.com/socket", `${base.replace("ws", "http")}/lab/${ending}`)
      .replace("--max-time 5", "--max-time 1");
    const child = spawn("sh", ["-c", command], { stdio: ["ignore", "pipe", "ignore"] });
    let printed = "";
    for await (const chunk of child.stdout) printed += chunk;
    expect(printed).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });

  test.each([
    ["server-close?code=4001&reason=bye", { events: "open close", code: 4001, reason: "bye", wasClean: true }],
    ["handshake-status-403", { events: "error close", code: 1006, reason: "", wasClean: false }],
  ])("log-the-end.mjs logs %s", async (ending, expected) => {
    const { logTheEnd } = await import(join(CODE, "log-the-end.mjs"));
    const url = `${base}/lab/${ending}`;
    const logged = await new Promise((resolve) => logTheEnd(new WebSocket(url), resolve));
    expect(logged).toMatchObject({ url, ...expected, after: expect.any(Number), quietFor: expect.any(Number) });
  });

  test("reconnect.mjs connects again after 1012, and not after close()", async () => {
    const { connect } = await import(join(CODE, "reconnect.mjs"));
    let opened = 0;
    const Counted = class extends WebSocket {
      constructor(url: string) {
        super(url);
        opened++;
      }
    };
    const options = { onMessage: () => {}, WebSocket: Counted, random: () => 0.001 };
    const kept = connect(`${base}/lab/server-close?code=1012`, options);
    await vi.waitFor(() => expect(opened).toBeGreaterThan(2), 5000);
    kept.close();
    const before = opened;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(opened).toBe(before);
  });

  test.each([1000, 1002, 1008, 3000, 4001])("reconnect.mjs ends after %i", async (code) => {
    const { connect } = await import(join(CODE, "reconnect.mjs"));
    const event = await new Promise<CloseEvent>((onEnd) => {
      connect(`${base}/lab/server-close?code=${code}`, { onMessage: () => {}, onEnd, random: () => 0 });
    });
    expect(event.code).toBe(code);
  });
});

test("reconnect.mjs waits a random time below a limit that doubles, up to a minute", async () => {
  const { waitBefore } = await import(join(CODE, "reconnect.mjs"));
  const limits = [0, 1, 2, 3, 4, 50].map((attempt) => waitBefore(attempt, () => 1));
  expect(limits).toEqual([5000, 10_000, 20_000, 40_000, 60_000, 60_000]);
  expect(waitBefore(3, () => 0)).toBe(0);
  expect(waitBefore(0, () => 0.5)).toBe(2500);
});
