import { expect, test } from "vitest";
import { createBoundedServer } from "../bounded-server.ts";
import { createLab } from "../lab.ts";
import { startLab } from "../testing/lab-server.ts";
import { RawClient, request } from "../testing/raw-client.ts";
import { Hosts, isLoopback } from "./hosts.ts";

const statusOf = (hosts: Hosts, ...host: string[]) =>
  hosts.check({ headers: host[0] === undefined ? {} : { host: host[0] }, headersDistinct: { host } })?.status ?? 200;

const LOOPBACK = [
  "localhost",
  "LOCALHOST:1",
  "localhost:",
  "localhost.",
  "a.b-c.localhost:4321",
  "127.0.0.1",
  "127.255.1.2:80",
  "[::1]",
  "[::1]:65535",
  "[0:0:0:0:0:0:0:1]",
];
const FOREIGN = [
  "example.org",
  "localhost.example.org",
  "127.0.0.1.example.org",
  "notlocalhost",
  "1127.0.0.1",
  "127.0.0.1a",
  "0.0.0.0",
  "[::2]",
  "[::ffff:8.8.8.8]",
  "128.0.0.1:127",
  "a%00localhost",
];
const BAD = ["", " ", "a/b", "a b", "a@localhost", "localhost:x", "localhost:123456", "a?", "a#", "ä", "a,\tb", "[::1"];

test("loopback's names are let in, others not, malformed ones are told apart", () => {
  const hosts = new Hosts([]);
  expect(LOOPBACK.filter((host) => statusOf(hosts, host) !== 200)).toEqual([]);
  expect(FOREIGN.filter((host) => statusOf(hosts, host) !== 421)).toEqual([]);
  expect(BAD.filter((host) => statusOf(hosts, host) !== 400)).toEqual([]);
  expect([statusOf(hosts), statusOf(hosts, "localhost", "localhost")]).toEqual([400, 400]);
});

test("with names, those too; without a list all, but only allowed ones are trusted", () => {
  const some = new Hosts(["Lab.Example.org", "[2001:db8::1]"]);
  expect(["lab.example.org:80", "LAB.example.org", "[2001:db8::1]:1"].map((host) => statusOf(some, host))).toEqual([
    200, 200, 200,
  ]);
  expect(statusOf(some, "example.org")).toBe(421);
  const all = new Hosts(null);
  expect([statusOf(all, "example.org"), statusOf(all, "a b")]).toEqual([200, 400]);
  expect([all.toTrusted("example.org"), all.toTrusted("localhost:1"), some.toTrusted("lab.example.org:2")]).toEqual([
    null,
    "localhost:1",
    "lab.example.org:2",
  ]);
});

test.each(["a:80", "", "a b", "http://a"])("%j is no name to allow", (name) => {
  expect(() => new Hosts([name])).toThrow(/^createLab: .* is not a host; use names or addresses without a port/);
});

test("isLoopback", () => {
  expect(["127.0.0.1", "127.9.9.9", "::1", "localhost"].filter((host) => !isLoopback(host))).toEqual([]);
  expect(["0.0.0.0", "::", "10.0.0.1", "example.org", "::2"].filter(isLoopback)).toEqual([]);
});

test.each([
  ["a request", "GET /lab/ HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421, "HOST_FORBIDDEN"],
  ["an upgrade", request("/lab/server-close", { Host: "evil.example" }), 421, "HOST_FORBIDDEN"],
  ["a request without Host", "GET /lab/ HTTP/1.1\r\n\r\n", 400, "HOST_BAD"],
  ["one of HTTP/1.0 without Host", "GET /lab/ HTTP/1.0\r\n\r\n", 400, "HOST_BAD"],
  ["a request with two", "GET /lab/ HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n", 400, "HOST_BAD"],
])("a lab with hosts refuses %s, at its own ports too", async (_, bytes, status, error) => {
  const lab = createLab({ hosts: [] });
  const { listen, stop } = createBoundedServer(lab, lab.handleRequest);
  try {
    const port = Number(new URL(await listen(0, "127.0.0.1")).port);
    for (const at of [port, lab.ports["handshake-no-answer"] ?? 0]) {
      const tcp = new RawClient(at, bytes);
      await tcp.end();
      expect(tcp.received.toString()).toMatch(new RegExp(`^HTTP/1\\.1 ${status} [\\s\\S]*"error":"${error}"`));
    }
  } finally {
    await stop();
  }
});

test("records and their streams are refused to an origin that may not connect", async () => {
  const { get } = await startLab({ origins: ["https://a.example"] });
  for (const path of [
    "/lab/connections/abcdefghijklmnopqrstuvwxyz",
    "/lab/connections/abcdefghijklmnopqrstuvwxyz/stream",
  ]) {
    const answer = await get(path, { headers: { Origin: "https://b.example" } });
    expect([answer.status, await answer.json()]).toMatchObject([403, { error: "ORIGIN_FORBIDDEN" }]);
  }
  const allowed = await get("/lab/connections/abcdefghijklmnopqrstuvwxyz", {
    headers: { Origin: "https://a.example" },
  });
  expect(allowed.status).toBe(404);
});
