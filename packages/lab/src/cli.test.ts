import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { RawClient, request } from "./testing/raw-client.ts";

const CLI = fileURLToPath(new URL("cli.ts", import.meta.url));

function start(...args: string[]) {
  const { PORT: _, HOST: __, ...env } = process.env;
  const child = spawn(process.execPath, [CLI, ...args], { env });
  onTestFinished(() => void child.kill("SIGKILL"));
  const output = { out: "", err: "" };
  child.stdout.on("data", (text) => (output.out += text));
  child.stderr.on("data", (text) => (output.err += text));
  const exit = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.on("close", (code) => resolve({ code, ...output }));
  });
  const port = new Promise<number>((resolve) => {
    child.stdout.on("data", () => resolve(Number(/:(\d+)\/lab\/\n/.exec(output.out)?.[1])));
  });
  return { child, exit, port };
}

test("--help", async () => {
  const { code, out, err } = await start("--help").exit;
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/^Usage: wasclean-lab .*\n[\s\S]*--port[\s\S]*--host/);
});

test.each([
  [["--port", "99999"], /^wasclean-lab: --port is "99999": give a whole number from 0 to 65535\n$/],
  [["--nonsense"], /^wasclean-lab: Unknown option '--nonsense'; see --help\n$/],
])("%j fails with one line", async (args, line) => {
  const { code, out, err } = await start(...args).exit;
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(line);
});

test("a port in use fails with one line", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const { code, err } = await start("--port", String(port)).exit;
  expect(code).toBe(1);
  expect(err).toBe(`wasclean-lab: port ${port} on 127.0.0.1 is in use: choose another with --port or PORT\n`);
});

test.each(["SIGTERM", "SIGINT"] as const)("%s stops it within a second, connections open or not", async (signal) => {
  const { child, exit, port: listening } = start("--port", "0");
  const port = await listening;
  const paths = ["client-close-echo", "server-close", "client-close-other-code", "fin-no-close"];
  const clients = paths.map((ending) => new RawClient(port, request(`/lab/${ending}`)));
  const idle = new RawClient(port, "GET /lab/ HTTP/1.1\r\nHost: lab.test\r\n\r\n");
  await Promise.all([...clients, idle].map((tcp) => tcp.head()));
  const since = performance.now();
  child.kill(signal);
  await Promise.all(clients.map((tcp) => tcp.end()));
  const { code, err } = await exit;
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(performance.now() - since).toBeLessThan(1_000);
  const refused = new Promise((resolve) => connect(port, "127.0.0.1").on("error", resolve));
  expect(await refused).toMatchObject({ code: "ECONNREFUSED" });
});

test("what is not HTTP gets 400 with a body of JSON", async () => {
  const tcp = new RawClient(await start("--port", "0").port, "nonsense\r\n\r\n");
  await tcp.end();
  expect(tcp.received.toString()).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n[\s\S]*\{"error":"REQUEST_BAD"/);
});
