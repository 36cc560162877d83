import type { Server } from "node:http";
import type { Socket } from "node:net";
import { setImmediate } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import { createBoundedServer } from "./bounded-server.ts";
import { createLab } from "./lab.ts";
import type { LabOptions } from "./lab-options.ts";
import { endedRecord, inWords, startLab } from "./testing/lab-server.ts";
import { clientClose, clientFrame, RawClient, request } from "./testing/raw-client.ts";

const ID = "connection-1-of-this-test";
const echo = (id: string) => request(`/lab/client-close-echo?connection=${id}`);

test("connections in total: the next is refused with 503 until one has gone", async () => {
  const lab = await startLab({ maxConnections: 2 });
  const open = ["first-one-of-several-here", "second-one-of-several-here"].map(
    (id) => new RawClient(lab.port, echo(id)),
  );
  await Promise.all(open.map((tcp) => tcp.head()));
  const refused = new RawClient(lab.port, echo("third-one-of-several-here"));
  expect(await refused.head()).toMatch(/^HTTP\/1\.1 503 Service Unavailable\r\n[\s\S]*^Retry-After: \d+\r?$/m);
  await refused.end();
  expect(refused.received.toString()).toMatch(/\{"error":"TOO_MANY_CONNECTIONS","message":"[^"]+"\}$/);
  open[0]?.socket.end();
  await endedRecord(lab, "first-one-of-several-here");
  expect(await new RawClient(lab.port, echo("fourth-one-of-several-here")).head()).toMatch(/^HTTP\/1\.1 101 /);
});

test("connections from one address: 429, while another address is let in", async () => {
  const lab = await startLab({ maxConnectionsPerAddress: 1 });
  const first = new RawClient(lab.port, echo("first-one-of-several-here"));
  await first.head();
  const refused = new RawClient(lab.port, echo("second-one-of-several-here"));
  expect(await refused.head()).toMatch(/^HTTP\/1\.1 429 /);
  const other = new RawClient(lab.port, echo("third-one-of-several-here"), "127.0.0.2");
  expect(await other.head()).toMatch(/^HTTP\/1\.1 101 /);
  first.socket.resetAndDestroy();
  await endedRecord(lab, "first-one-of-several-here");
  expect(await new RawClient(lab.port, echo("fourth-one-of-several-here")).head()).toMatch(/^HTTP\/1\.1 101 /);
});

test.each(["client-close-echo", "client-close-other-code"])(
  "%s: a message too big is answered with 1009",
  async (id) => {
    const lab = await startLab({ maxMessageBytes: 100 });
    const tooBig = [
      clientFrame({ opcode: 2, payload: Buffer.alloc(101) }),
      Buffer.concat([
        clientFrame({ opcode: 1, payload: Buffer.alloc(60), fin: false }),
        clientFrame({ opcode: 0, payload: Buffer.alloc(41) }),
      ]),
      Buffer.from("82fe010037fa213d", "hex"), // announced only
    ];
    for (const frames of tooBig) {
      const tcp = new RawClient(lab.port, request(`/lab/${id}`));
      const { length } = await tcp.head();
      tcp.socket.write(clientFrame({ opcode: 2, payload: Buffer.alloc(100) }));
      tcp.socket.write(frames);
      expect(await tcp.end()).toBe("fin");
      expect(tcp.received.subarray(length + 4).toString("hex")).toBe("880203f1");
    }
  },
);

const silent = ["server timeout", "server fin", "server timeout", "server rst"];

test.each([
  ["server-close", ['server frame 8 2 1000 ""', ...silent]],
  ["server-close?code=1005", ['server frame 8 2 1005 ""', ...silent]],
  ["masked-text", ["server frame 1 masked 6", ...silent]],
  ["length-huge", ["server bytes 10", ...silent]],
  ["handshake-wrong-accept", silent],
  ["fin-no-close", ["server fin", "server timeout", "server rst"]],
  ["handshake-status-403", ["server fin", "server timeout", "server rst"]],
])("%s: a client that does nothing is dropped", async (path, log) => {
  const lab = await startLab({ closingMs: 30 });
  const tcp = new RawClient(lab.port, request(`/lab/${path}${path.includes("?") ? "&" : "?"}connection=${ID}`));
  await tcp.end();
  const record = await endedRecord(lab, ID);
  expect(inWords(record.events).slice(2)).toEqual(log);
  expect(record.clientEnd).toBeNull();
});

const BYE = 'server frame 8 5 4001 "bye"';

test.each([
  ["close-tcp-open", [BYE, 'client frame 8 masked 2 1000 ""']],
  ["client-close-tcp-open", ['client frame 8 masked 2 1000 ""', 'server frame 8 2 1000 ""']],
  ["client-close-never", ['client frame 8 masked 2 1000 ""']],
  ["handshake-no-answer", []],
  ["call-close-connecting", []],
])("%s: the lab waits for the client as long as a connection may live", async (ending, log) => {
  const lab = await startLab({ closingMs: 10, idleMs: 20, totalMs: 200 });
  const tcp = new RawClient(await lab.portOf(ending), request(`/lab/${ending}?connection=${ID}`));
  if (log.length > 0) {
    await tcp.head();
    tcp.socket.write(clientClose("03e8"));
  }
  expect(await tcp.end()).toBe("fin");
  const { events } = await endedRecord(lab, ID);
  const after = events.filter(({ kind }) => kind !== "handshake");
  expect(inWords(after)).toEqual([...log, ...silent]);
  expect(after[log.length]?.at).toBeGreaterThan(190);
});

test.each(["client-close-echo", "client-close-other-code"])("%s: an idle connection is ended", async (ending) => {
  const lab = await startLab({ idleMs: 40 });
  const tcp = new RawClient(lab.port, request(`/lab/${ending}?connection=${ID}`));
  expect(await tcp.end()).toBe("fin");
  tcp.socket.end();
  const { events } = await endedRecord(lab, ID);
  expect(inWords(events).slice(2)).toEqual(["server timeout", "server fin", "client fin"]);
  expect(events[2]?.at).toBeGreaterThan(30);
});

test.each(["client-close-echo", "client-close-other-code"])("%s: a busy one too, in the end", async (ending) => {
  const lab = await startLab({ idleMs: 5_000, totalMs: 80 });
  const tcp = new RawClient(lab.port, request(`/lab/${ending}?connection=${ID}`));
  await tcp.head();
  const busy = setInterval(() => tcp.socket.write(clientFrame({ opcode: 9 })), 5);
  expect(await tcp.end()).toBe("fin");
  clearInterval(busy);
  tcp.socket.end();
  expect(inWords((await endedRecord(lab, ID)).events)).toContain("server timeout");
});

test("after its echo a client that does not end is dropped", async () => {
  const lab = await startLab({ closingMs: 30 });
  const tcp = new RawClient(lab.port, echo(ID));
  await tcp.head();
  tcp.socket.write(clientClose("03e8"));
  await tcp.end();
  const { events } = await endedRecord(lab, ID);
  expect(inWords(events).slice(-3)).toEqual(["server fin", "server timeout", "server rst"]);
});

test("a client that was refused and stays is cut off", async () => {
  const { port, server } = await startLab({ handshakeMs: 30 });
  const tcp = new RawClient(port, request("/lab/none"));
  expect(await tcp.end()).toBe("fin");
  const connections = () => new Promise((resolve) => server.getConnections((_, count) => resolve(count)));
  await vi.waitFor(async () => expect(await connections()).toBe(0), { interval: 5 });
});

test("events beyond the limit are left out, and the record says so", async () => {
  const lab = await startLab({ maxEvents: 5 });
  const tcp = new RawClient(lab.port, echo(ID));
  await tcp.head();
  const pong = clientFrame({ opcode: 10 });
  tcp.socket.end(Buffer.concat([...Array.from({ length: 50 }, () => pong), clientClose("03e8")]));
  await tcp.end();
  const record = await endedRecord(lab, ID);
  expect(record.events).toHaveLength(5);
  expect(record).toMatchObject({ truncated: true, clientClose: { code: 1000 }, clientEnd: "fin" });
});

test("records: the oldest ended one goes first, and a minute after its end each", async () => {
  const time = { now: 0 };
  const clock = { wall: () => Date.UTC(2026, 10, 22), monotonic: () => time.now };
  const lab = await startLab({ maxConnections: 2, maxRecords: 2, clock });
  for (const id of ["first-one-of-several-here", "second-one-of-several-here", "third-one-of-several-here"]) {
    const tcp = new RawClient(lab.port, request(`/lab/fin-no-close?connection=${id}`));
    await tcp.end();
    tcp.socket.end();
    expect((await endedRecord(lab, id)).startedAt).toBe("2026-11-22T00:00:00.000Z");
  }
  const statuses = () =>
    Promise.all(
      ["first-one-of-several-here", "second-one-of-several-here", "third-one-of-several-here"].map(
        async (id) => (await lab.get(`/lab/connections/${id}`)).status,
      ),
    );
  expect(await statuses()).toEqual([404, 200, 200]);
  time.now = 59_999;
  expect(await statuses()).toEqual([404, 200, 200]);
  time.now = 60_000;
  expect(await statuses()).toEqual([404, 404, 404]);
});

test("nothing of a connection is left when it is over", async () => {
  const lab = await startLab();
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
  const paths = ["server-close", "server-close?code=1005", "masked-text", "rst-no-close", "client-close-echo"];
  const before = timers();
  const clients = paths.map((path) => new RawClient(lab.port, request(`/lab/${path}`)));
  await Promise.all(clients.map((tcp) => tcp.head()));
  expect(timers()).toBeGreaterThan(before);
  for (const tcp of clients) tcp.socket.resetAndDestroy();
  while (timers() > before) await setImmediate(); // waiting by a timer would count itself
});

const openSockets = (server: Server) =>
  new Promise<number>((resolve, reject) => {
    server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });

async function startBounded(options: LabOptions) {
  const { server, listen, stop } = createBoundedServer(createLab(options), (_, response) => response.end());
  onTestFinished(stop);
  return { server, port: Number(new URL(await listen(0, "127.0.0.1")).port) };
}

test("a handshake that comes a byte at a time is cut off", async () => {
  const { server, port } = await startBounded({ handshakeMs: 200 });
  const bytes = request("/lab/client-close-echo");
  const tcp = new RawClient(port, "");
  let at = 0;
  const drip = setInterval(() => tcp.socket.write(bytes.charAt(at++)), 25);
  const end = tcp.end();
  await end.finally(() => clearInterval(drip));
  expect(at).toBeLessThan(bytes.length);
  expect(tcp.received.toString("latin1")).toMatch(/^HTTP\/1\.1 400 /);
  tcp.socket.destroy();
  await vi.waitFor(async () => expect(await openSockets(server)).toBe(0));
});

test.each([
  ["in one header", { "X-Long": "x".repeat(20_000) }],
  ["in many headers", Object.fromEntries(Array.from({ length: 400 }, (_, n) => [`X-${n}`, "x".repeat(50)]))],
])("a handshake that is too big is refused: %s", async (_, headers) => {
  const { server, port } = await startBounded({});
  const tcp = new RawClient(port, request("/lab/client-close-echo", headers));
  await tcp.end();
  expect(tcp.received.toString("latin1")).toMatch(/^HTTP\/1\.1 400 |^$/); // an RST may overtake the answer
  tcp.socket.destroy();
  await vi.waitFor(async () => expect(await openSockets(server)).toBe(0));
});

test.each(["client-close-echo", "client-close-other-code", "server-close"])(
  "%s: a client that sends pings and reads no pong fills no memory, and is ended",
  async (ending) => {
    const sockets: Socket[] = [];
    const lab = await startLab({ totalMs: 1_000, closingMs: 500 });
    lab.server.on("connection", (socket: Socket) => void sockets.push(socket));
    const tcp = new RawClient(lab.port, request(`/lab/${ending}?connection=${ID}`));
    await tcp.head();
    tcp.socket.pause();
    const pings = Buffer.concat(
      Array.from({ length: 1_000 }, () => clientFrame({ opcode: 9, payload: Buffer.alloc(125) })),
    );
    let most = 0;
    let sent = 0;
    const flood = setInterval(() => {
      if (tcp.socket.writableLength < pings.length) sent += Number(tcp.socket.write(pings) || 1);
      most = Math.max(most, ...sockets.map(({ writableLength }) => writableLength));
    }, 1);
    await endedRecord(lab, ID).finally(() => clearInterval(flood));
    expect(sent).toBeGreaterThan(20); // so it was let live
    expect(most).toBeLessThan(1_000_000);
    tcp.socket.destroy();
    await vi.waitFor(async () => expect(await openSockets(lab.server)).toBeLessThanOrEqual(1)); // of fetch
  },
);
