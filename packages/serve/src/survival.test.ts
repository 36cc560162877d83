import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { makeSiteFolder } from "./testing/site-folder.ts";

const CLI = fileURLToPath(new URL("cli.ts", import.meta.url));
const BIND_MS = 5_000;

function makeFolder(): string {
  const { folder, remove } = makeSiteFolder();
  onTestFinished(remove);
  return folder;
}

interface Running {
  child: ChildProcess;
  output: { out: string; err: string };
  port: Promise<number>;
  exit: Promise<number | null>;
}

/** Starts the command, by way of a shell if `prefix` has commands to run first. */
function start(folder: string, env: Record<string, string> = {}, prefix = ""): Running {
  const child = spawn("bash", ["-c", `${prefix} exec "$0" "$1" "$2"`, process.execPath, CLI, folder], {
    env: { ...process.env, PORT: "0", HOST: "", ...env },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const output = { out: "", err: "" };
  child.stderr.on("data", (text) => (output.err += text));
  const port = new Promise<number>((resolve) => {
    child.stdout.on("data", (text) => {
      output.out += text;
      const found = /http:\/\/[^/\s]*:(\d+)/.exec(output.out)?.[1];
      if (found) resolve(Number(found));
    });
  });
  return { child, output, port, exit: new Promise((resolve) => child.once("close", resolve)) };
}

const statusOf = async (port: number) => (await fetch(`http://127.0.0.1:${port}/`)).status;

/** Opens TCP connections that send `bytes` and then wait. */
async function openMany(
  port: number,
  count: number,
  bytes: string,
  from = (_: number) => "127.0.0.1",
): Promise<Socket[]> {
  const sockets = Array.from({ length: count }, (_, index) => {
    const socket = connect({ port, host: "127.0.0.1", localAddress: from(index) });
    socket.on("error", () => {}).on("data", () => {});
    return socket;
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
  });
  await Promise.all(
    sockets.map(
      (socket) =>
        new Promise<void>((resolve) => {
          socket.once("connect", () => socket.write(bytes, () => resolve())).once("close", () => resolve());
        }),
    ),
  );
  return sockets;
}

const GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

test("out of file descriptors it goes on, says so in a line, and answers once some are free", async () => {
  const running = start(makeFolder(), {}, "ulimit -n 64;");
  const port = await running.port;
  const sockets = await openMany(port, 200, GET.repeat(3));
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(sockets.filter((socket) => socket.destroyed).length).toBeGreaterThan(50);
  for (const socket of sockets) socket.destroy();
  await expect.poll(() => statusOf(port).catch(() => 0), { timeout: BIND_MS }).toBe(200);
  expect(running.child.exitCode).toBe(null);
  expect(running.output.err.split("\n").filter((line) => line.includes("could not be accepted")).length).toBeLessThan(
    3,
  );
});

test("floods from one and from many loopback addresses leave it answering", async () => {
  const { port: listening } = start(makeFolder());
  const port = await listening;
  await openMany(port, 300, "GET / HTTP/1.1\r\nHost: loc");
  await openMany(port, 300, "G", (index) => `127.0.${1 + (index >> 7)}.${1 + (index & 127)}`);
  expect(await statusOf(port)).toBe(200);
});

test("a closed standard output or error ends nothing", async () => {
  const running = start(makeFolder());
  const port = await running.port;
  running.child.stdout?.destroy();
  running.child.stderr?.destroy();
  const tcp = connect(port, "127.0.0.1").on("error", () => {});
  onTestFinished(() => void tcp.destroy());
  tcp.write("GET /nothing\r\n\r\n");
  expect(await statusOf(port)).toBe(200);
  running.child.kill("SIGTERM");
  expect(await running.exit).toBe(0);
});

test("SIGTERM under load stops it with status 0; after SIGKILL it starts again at the same port", async () => {
  const folder = makeFolder();
  const first = start(folder);
  const port = await first.port;
  await openMany(port, 100, GET);
  first.child.kill("SIGTERM");
  expect(await first.exit).toBe(0);
  const second = start(folder, { PORT: String(port) });
  expect(await second.port).toBe(port);
  await openMany(port, 50, GET);
  second.child.kill("SIGKILL");
  await second.exit;
  const third = start(folder, { PORT: String(port) });
  expect(await third.port).toBe(port);
  expect(await statusOf(port)).toBe(200);
});

test("files that cannot be compressed are served as they are, and the reason is told in a line", async () => {
  const folder = makeFolder();
  // As on a full disk: no byte can be written to a file.
  const running = start(folder, {}, "trap '' XFSZ; ulimit -f 0;");
  const port = await running.port;
  const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { "accept-encoding": "br" } });
  expect([answer.status, answer.headers.get("content-encoding")]).toEqual([200, null]);
  expect(running.output.err).toMatch(/^the files are served uncompressed: [^\n]+\n$/);
  expect(readdirSync(folder, { recursive: true }).filter((name) => /\.(br|gz|partial)$/.test(String(name)))).toEqual(
    [],
  );
});

test("a folder in the place of a compressed file does not stop it", async () => {
  const folder = makeFolder();
  mkdirSync(join(folder, "index.html.br", "x"), { recursive: true });
  const { port } = start(folder);
  const answer = await fetch(`http://127.0.0.1:${await port}/`, { headers: { "accept-encoding": "br" } });
  expect([answer.status, answer.headers.get("content-encoding")]).toEqual([200, null]);
  expect(existsSync(join(folder, "index.html.gz"))).toBe(true);
});

test("HOST=0.0.0.0 says in one line what is open to whom; HOSTS restricts the names", async () => {
  const running = start(makeFolder(), { HOST: "0.0.0.0", HOSTS: "lab.example" });
  const port = await running.port;
  expect(running.output.err).toMatch(
    /^HOST is 0\.0\.0\.0: everyone whose network reaches this computer can use the site and the lab under the names localhost, lab\.example, [^\n]+\n$/,
  );
  const ask = (host: string) =>
    new Promise<string>((resolve) => {
      const tcp = connect(port, "127.0.0.1").once("data", (data) => resolve(String(data).slice(9, 12)));
      onTestFinished(() => void tcp.destroy());
      tcp.write(`GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    });
  expect([await ask("lab.example"), await ask("other.example")]).toEqual(["200", "421"]);
});
