import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { clientClose, RawClient, request } from "../testing/raw-client.ts";
import { startRedis } from "../testing/redis-server.ts";

const CLI = fileURLToPath(new URL("cli.ts", import.meta.url));

function start(...args: string[]) {
  const { PORT: _, HOST: __, WASCLEAN_RECORDS: ___, ...env } = process.env;
  const child = spawn(process.execPath, [CLI, ...args], { env });
  onTestFinished(() => void child.kill("SIGKILL"));
  const output = { out: "", err: "" };
  child.stdout.on("data", (text) => (output.out += text));
  child.stderr.on("data", (text) => (output.err += text));
  const exit = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.on("close", (code) => resolve({ code, ...output }));
  });
  const port = new Promise<number>((resolve) => {
    child.stdout.on("data", () => resolve(Number(/:(\d+)\/lab\//.exec(output.out)?.[1])));
  });
  return { child, exit, port };
}

test("--help", async () => {
  const { code, out, err } = await start("--help").exit;
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/^Usage: wasclean-lab .*\n[\s\S]*--port[\s\S]*--host/);
});

test("--version", async () => {
  expect(await start("--version").exit).toEqual({ code: 0, out: `${manifest.version}\n`, err: "" });
});

test.each([
  [["--records", "nonsense"], /^wasclean-lab: --records is not a Redis URL: use [^\n]+\n$/],
  [["--origin", "nonsense"], /^wasclean-lab: "nonsense" is not an origin; use [^\n]+\n$/],
  [["--port", "99999"], /^wasclean-lab: --port is "99999": use a whole number from 0 to 65535\n$/],
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
  const idle = new RawClient(port, "GET /lab/ HTTP/1.1\r\nHost: localhost\r\n\r\n");
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

test("--json reports one object a line: listening, each connection, stopped", async () => {
  const { child, exit, port: listening } = start("--json", "--port", "0", "--own-ports", "24400");
  const port = await listening;
  const tcp = new RawClient(port, request("/lab/client-close-echo?connection=connection-1-of-this-test"));
  await tcp.head();
  tcp.socket.end(clientClose("0fa1627965"));
  await tcp.end();
  await new Promise((resolve) => child.stdout.once("data", resolve));
  child.kill("SIGTERM");
  const { code, out, err } = await exit;
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const [first, second, ...more] = out.split("\n", 3).map((line) => JSON.parse(line));
  expect(first).toMatchObject({ event: "listening", url: `http://localhost:${port}/lab/` });
  expect(Object.values(first.ports)).toEqual(Object.values(first.ports).map((_, index) => 24400 + index));
  expect(second).toEqual({
    event: "connection",
    id: "connection-1-of-this-test",
    ending: "client-close-echo",
    startedAt: expect.stringMatching(/^\d{4}-.*Z$/),
    clientClose: { code: 4001, reason: "bye" },
    clientEnd: "fin",
    truncated: false,
    events: 6,
    ms: expect.any(Number),
  });
  expect(more).toEqual([{ event: "stopped" }]);
});

test("--origin and the limits reach the lab", async () => {
  const { port: listening } = start("--port", "0", "--origin", "https://a.example", "--max-connections", "1");
  const port = await listening;
  const first = new RawClient(port, request("/lab/client-close-echo", { Origin: "https://a.example" }));
  expect(await first.head()).toMatch(/^HTTP\/1\.1 101 /);
  const other = new RawClient(port, request("/lab/client-close-echo", { Origin: "https://b.example" }));
  expect(await other.head()).toMatch(/^HTTP\/1\.1 403 /);
  expect(await new RawClient(port, request("/lab/client-close-echo")).head()).toMatch(/^HTTP\/1\.1 503 /);
});

test("--records: it starts, reports in one line when Redis goes, and stops", async () => {
  const redis = await startRedis();
  const { child, exit, port } = start("--port", "0", "--records", redis.url);
  await port;
  const away = new Promise((resolve) => child.stderr.once("data", resolve));
  await redis.kill();
  await away;
  child.kill("SIGTERM");
  const { code, err } = await exit;
  expect(code).toBe(0);
  expect(err).toMatch(/^wasclean-lab: redis:\/\/127\.0\.0\.1:\d+\/3 is away \([^\n]+\n$/);
});

test("--records where there is no Redis: one line, exit code 1", async () => {
  const { code, out, err } = await start("--port", "0", "--records", "redis://127.0.0.1:1").exit;
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toBe(
    "wasclean-lab: cannot reach redis://127.0.0.1:1: connect ECONNREFUSED 127.0.0.1:1; start it, or correct --records or WASCLEAN_RECORDS\n",
  );
}, 120_000);
