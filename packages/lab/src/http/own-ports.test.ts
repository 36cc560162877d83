import { expect, test } from "vitest";
import { createBoundedServer } from "../bounded-server.ts";
import { createLab } from "../lab.ts";
import { endedRecord, startLab } from "../testing/lab-server.ts";
import { RawClient, request } from "../testing/raw-client.ts";

const NAMES = ["handshake-no-answer", "call-close-connecting", "connect-closed-port"];
const bodyOf = (tcp: RawClient) => JSON.parse(tcp.received.toString().split("\r\n\r\n")[1] ?? "");

async function startWithPorts() {
  const started = await startLab();
  return { ...started, ports: await started.lab.openPorts("127.0.0.1") };
}

test("GET /lab/ tells the ports once they are open", async () => {
  const { get, lab, port } = await startLab();
  const toldPorts = async () => (await (await get("/lab/")).json()).ports;
  expect(await toldPorts()).toEqual({});
  const ports = await lab.openPorts("127.0.0.1");
  expect(Object.keys(ports)).toEqual(NAMES);
  expect(new Set([port, ...Object.values(ports)]).size).toBe(4);
  expect(await toldPorts()).toEqual(ports);
  await expect(lab.openPorts("127.0.0.1")).rejects.toThrow("open already");
});

test("at its own port an ending is had, and its record at the main one", async () => {
  const lab = await startLab();
  const tcp = new RawClient(
    await lab.portOf("handshake-no-answer"),
    request("/lab/handshake-no-answer?connection=own-port-of-this-lab-test"),
  );
  tcp.socket.end();
  expect(await tcp.end()).toBe("fin");
  expect(await endedRecord(lab, "own-port-of-this-lab-test")).toMatchObject({
    ending: "handshake-no-answer",
    clientEnd: "fin",
  });
});

test("at the main port it is refused, with its own port where that is open", async () => {
  const { lab, port } = await startLab();
  const closed = new RawClient(port, request("/lab/handshake-no-answer"));
  await closed.end();
  expect(closed.received.toString()).toMatch(/^HTTP\/1\.1 421 Misdirected Request\r\n/);
  expect(bodyOf(closed)).toMatchObject({
    error: "PORT_ELSEWHERE",
    port: null,
    message: expect.stringContaining("openPorts"),
  });
  const own = (await lab.openPorts("127.0.0.1"))["handshake-no-answer"];
  const open = new RawClient(port, request("/lab/handshake-no-answer"));
  await open.end();
  expect(bodyOf(open)).toMatchObject({
    error: "PORT_ELSEWHERE",
    port: own,
    message: expect.stringContaining(`port ${own} `),
  });
});

test.each([
  ["another ending", request("/lab/server-close"), 421, "PORT_ELSEWHERE"],
  ["the other one that has a port", request("/lab/call-close-connecting"), 421, "PORT_ELSEWHERE"],
  ["no ending", request("/lab/none"), 404, "ENDING_UNKNOWN"],
  ["another path", request("/"), 404, "PATH_UNKNOWN"],
  ["a bad handshake", request("/lab/handshake-no-answer", { "Sec-WebSocket-Key": "" }), 400, "HANDSHAKE_BAD"],
  ["the list", "GET /lab/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 421, "PORT_ELSEWHERE"],
  [
    "no upgrade",
    "GET /lab/handshake-no-answer?x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
    426,
    "UPGRADE_REQUIRED",
  ],
  ["no HTTP", "nonsense\r\n\r\n", 400, "REQUEST_BAD"],
])("at an own port %s is refused", async (_, bytes, status, error) => {
  const { ports } = await startWithPorts();
  const tcp = new RawClient(ports["handshake-no-answer"] ?? 0, bytes);
  expect(await tcp.end()).toBe("fin");
  expect(tcp.received.toString()).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(bodyOf(tcp)).toMatchObject({ error, message: expect.stringMatching(/\.$/) });
});

test("the limits hold for all ports together", async () => {
  const lab = await startLab({ maxConnections: 1 });
  await new RawClient(lab.port, request("/lab/client-close-echo")).head();
  const tcp = new RawClient(await lab.portOf("handshake-no-answer"), request("/lab/handshake-no-answer"));
  expect(await tcp.head()).toMatch(/^HTTP\/1\.1 503 /);
});

test("nothing listens on the closed port", async () => {
  const { ports } = await startWithPorts();
  expect(await new RawClient(ports["connect-closed-port"] ?? 0, "").end()).toBe("rst");
});

test("a server opens them at its address, and gives all up within a second, connections open or not", async () => {
  const lab = createLab();
  const { listen, stop } = createBoundedServer(lab, lab.handleRequest);
  const { port } = new URL(await listen(0, "127.0.0.1"));
  const { ports } = (await (await fetch(`http://127.0.0.1:${port}/lab/`)).json()) as { ports: Record<string, number> };
  expect(Object.keys(ports)).toEqual(NAMES);
  const own = ports["handshake-no-answer"] ?? 0;
  const clients = [request("/lab/handshake-no-answer?connection=own-port-of-this-lab-test"), "GET /lab/", ""].map(
    (bytes) => new RawClient(own, bytes),
  );
  await expect
    .poll(async () => (await fetch(`http://127.0.0.1:${port}/lab/connections/own-port-of-this-lab-test`)).status)
    .toBe(200);
  const since = performance.now();
  await stop();
  expect(performance.now() - since).toBeLessThan(1_000);
  await Promise.all(clients.map((tcp) => tcp.end()));
  for (const each of [Number(port), ...Object.values(ports)]) {
    expect(await new RawClient(each, "").end()).toBe("rst");
  }
});

test("a server that is stopped while it starts listens nowhere in the end", async () => {
  const lab = createLab();
  const { server, listen, stop } = createBoundedServer(lab, lab.handleRequest);
  const started = listen(0, "127.0.0.1");
  await stop();
  const { port } = new URL(await started);
  expect(server.listening).toBe(false);
  expect(await new RawClient(Number(port), "").end()).toBe("rst");
});

test("ports that are being opened while the lab closes are given up, and later ones not opened", async () => {
  const lab = createLab();
  const opening = lab.openPorts("127.0.0.1");
  await lab.close();
  expect(await opening).toEqual({});
  const closed = createLab();
  await closed.close();
  expect(await closed.openPorts("127.0.0.1")).toEqual({});
});

test("an address that is not this computer's is said to be so, and another may be tried", async () => {
  const { lab } = await startLab();
  await expect(lab.openPorts("192.0.2.1")).rejects.toMatchObject({ code: "EADDRNOTAVAIL" });
  expect(Object.keys(await lab.openPorts("127.0.0.1"))).toEqual(NAMES);
});

test("where the main port cannot be had the others are not opened either", async () => {
  const { port } = await startLab();
  const lab = createLab();
  await expect(createBoundedServer(lab, lab.handleRequest).listen(port, "127.0.0.1")).rejects.toThrow("EADDRINUSE");
  expect(Object.keys(await lab.openPorts("127.0.0.1"))).toEqual(NAMES);
  await lab.close();
});
