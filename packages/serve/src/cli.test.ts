import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const CLI = fileURLToPath(new URL("./cli.ts", import.meta.url));
let folder: string;
let child: ChildProcess | undefined;
let other: Server | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wasclean-"));
  mkdirSync(join(folder, "apis"));
  writeFileSync(join(folder, "index.html"), "<title>home</title>");
  writeFileSync(join(folder, "404.html"), "<title>nothing here</title>");
  writeFileSync(join(folder, "page.wiki"), "{{Flags}}");
  mkdirSync(join(folder, "api"));
  writeFileSync(join(folder, "api/index.json"), "{}");
});
afterEach(() => {
  child?.kill("SIGKILL");
  other?.close();
  rmSync(folder, { recursive: true });
});

interface Running {
  /** What it has printed so far. */
  output(): string;
  /** The first address that it prints. */
  address: Promise<string>;
  exit: Promise<number | null>;
}

function start(env: Record<string, string>, site = folder): Running {
  const started = spawn(process.execPath, [CLI, site], { env: { ...process.env, ...env } });
  child = started;
  let output = "";
  const address = new Promise<string>((resolve) => {
    const read = (chunk: Buffer) => {
      output += chunk;
      const found = /http:\/\/[^/\s]+/.exec(output)?.[0];
      if (found) resolve(found);
    };
    started.stdout.on("data", read);
    started.stderr.on("data", read);
  });
  return { output: () => output, address, exit: new Promise((resolve) => started.once("close", resolve)) };
}

describe("the server of site and lab", () => {
  test("prints the address of the page to open, and serves both", async () => {
    const { address, output } = start({ PORT: "0" });
    const base = await address;
    expect(output()).toContain(`${base}/apis/websocket/CloseEvent/`);
    expect(await (await fetch(base)).text()).toContain("home");
    expect((await fetch(`${base}/page.wiki`)).headers.get("content-type")).toBe("text/plain; charset=utf-8");
    const missing = await fetch(`${base}/nothing`);
    expect([missing.status, await missing.text()]).toEqual([404, "<title>nothing here</title>"]);
    expect(await (await fetch(`${base}/lab/`)).json()).toHaveProperty("endings");
  });

  test.each([
    ["/api/index.json", 200, "*"],
    ["/api/nothing.json", 404, "*"],
    ["/apis/", 404, null],
    ["/", 200, null],
  ])("answers %s with %i, for scripts of the origins %j", async (path, status, origins) => {
    const { address } = start({ PORT: "0" });
    const response = await fetch(`${await address}${path}`);
    expect([response.status, response.headers.get("access-control-allow-origin")]).toEqual([status, origins]);
  });

  test("ends connections as asked", async () => {
    const { address } = start({ PORT: "0" });
    const socket = new WebSocket(`${(await address).replace("http", "ws")}/lab/server-close?code=4001&reason=bye`);
    const event = await new Promise<CloseEvent>((resolve) => socket.addEventListener("close", resolve));
    expect([event.code, event.reason, event.wasClean]).toEqual([4001, "bye", true]);
  });

  test.each([
    ["/wiki/apis/websocket/CloseEvent", 301, "/apis/websocket/CloseEvent/"],
    ["/wiki/apis/websocket/CloseEvent/?a=b", 301, "/apis/websocket/CloseEvent/"],
    ["/wiki//example.org", 404, null],
    ["/wiki/\\\\example.org", 404, null],
    ["/wiki/", 404, null],
  ])("leads from the old wiki's address %s: %i, to %j", async (path, status, location) => {
    const { address } = start({ PORT: "0" });
    const response = await fetch(`${await address}${path}`, { redirect: "manual" });
    expect([response.status, response.headers.get("location")]).toEqual([status, location]);
  });

  test.each(["br", "gzip", "identity"])("sends %s to whom asks for it", async (encoding) => {
    const { address } = start({ PORT: "0" });
    const headers = { "accept-encoding": encoding };
    const response = await fetch(`${await address}/`, { headers });
    expect(response.headers.get("content-encoding") ?? "identity").toBe(encoding);
    expect(await response.text()).toContain("home");
  });

  test("goes on while the site is built again", async () => {
    const { address } = start({ PORT: "0" });
    const base = await address;
    const get = async () => (await fetch(base)).text();
    expect(await get()).toContain("home");
    for (const name of ["index.html", "index.html.br", "index.html.gz"]) rmSync(join(folder, name));
    expect(await get()).toContain("nothing here");
    writeFileSync(join(folder, "index.html"), "<title>a new home</title>");
    expect(await get()).toContain("a new home");
  });

  test("outlives a file that cannot be read", async () => {
    const { address } = start({ PORT: "0" });
    const base = await address;
    // It is there, and no reading of it begins.
    other = createServer();
    await new Promise<void>((resolve) => {
      other?.listen(join(folder, "page.txt"), resolve);
    });
    expect((await fetch(`${base}/page.txt`)).status).toBe(500);
    expect(await (await fetch(base)).text()).toContain("home");
  });

  test.each(["SIGTERM", "SIGINT"] as const)("stops on %s, with a connection open", async (signal) => {
    const { address, exit } = start({ PORT: "0" });
    const socket = new WebSocket(`${(await address).replace("http", "ws")}/lab/client-close-echo`);
    await new Promise((resolve) => socket.addEventListener("open", resolve));
    const closed = new Promise((resolve) => socket.addEventListener("close", resolve));
    child?.kill(signal);
    expect(await exit).toBe(0);
    await closed;
  });

  test("binds to loopback unless told otherwise", async () => {
    const { address } = start({ PORT: "0" });
    const port = Number(new URL(await address).port);
    // A port that is bound on all addresses could not be bound once more on another one.
    other = createServer();
    await new Promise<void>((resolve, reject) => {
      other?.once("error", reject).listen(port, "127.0.0.2", resolve);
    });
    expect(other.listening).toBe(true);
  });

  test("takes an empty variable for none, and stays on loopback", async () => {
    const { address } = start({ PORT: "0", HOST: "" });
    expect(await address).toMatch(/^http:\/\/localhost:\d+$/);
  });

  test("leads from the lab's name to the lab", async () => {
    const { address } = start({ PORT: "0" });
    const response = await fetch(`${await address}/lab`, { redirect: "manual" });
    expect([response.status, response.headers.get("location")]).toEqual([308, "/lab/"]);
  });

  test("says what to do where the port is in use", async () => {
    other = createServer();
    await new Promise<void>((resolve) => {
      other?.listen(0, "127.0.0.1", resolve);
    });
    const port = String((other.address() as { port: number }).port);
    const { exit, output } = start({ PORT: port });
    expect(await exit).toBe(1);
    expect(output()).toMatch(/^port \d+ on 127\.0\.0\.1 is in use: choose another with .*PORT\n$/);
  });

  test.each(["x", "-1", "65536", "1.5"])("refuses %j as a port", async (port) => {
    const { exit, output } = start({ PORT: port });
    expect(await exit).toBe(2);
    expect(output()).toContain("use a whole number from 0 to 65535");
  });

  test("says that the site must be built first", async () => {
    const { exit, output } = start({ PORT: "0" }, join(folder, "apis"));
    expect(await exit).toBe(1);
    expect(output()).toContain("run npm run build first");
  });
});
