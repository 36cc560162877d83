import { createServer, type Socket } from "node:net";
import { createClient } from "@redis/client";
import { ConnectionRecordSchema } from "@wasclean/schema";
import { expect, onTestFinished, test, vi } from "vitest";
import { connectRedisRecords } from "../connect-redis-records.ts";
import type { LabOptions } from "../lab-options.ts";
import { EventStream } from "../testing/event-stream.ts";
import { endedRecord, startLab } from "../testing/lab-server.ts";
import { clientClose, RawClient, request } from "../testing/raw-client.ts";
import { type RedisServer, startRedis } from "../testing/redis-server.ts";

const ID = "connection-1-of-this-test";
const echo = (id: string) => request(`/lab/client-close-echo?connection=${id}`);

/** A lab with its records in that Redis, and what it reports. */
async function startSharedLab({ url }: RedisServer, options: LabOptions = {}) {
  const reports: string[] = [];
  const records = await connectRedisRecords(url, options, (line) => reports.push(line));
  return { ...(await startLab({ ...options, records })), reports };
}

async function startTwo(options: LabOptions = {}) {
  const redis = await startRedis();
  const [one, two] = await Promise.all([startSharedLab(redis, options), startSharedLab(redis, options)]);
  return { redis, one, two };
}

async function askRedis({ url }: RedisServer) {
  const client = createClient({ url });
  client.on("error", () => {});
  await client.connect();
  onTestFinished(() => client.destroy());
  return client;
}

test("one lab serves the other's records, open and ended", async () => {
  const { one, two } = await startTwo();
  const tcp = new RawClient(one.port, echo(ID));
  await tcp.head();
  await vi.waitFor(async () => {
    const record = await (await two.get(`/lab/connections/${ID}`)).json();
    expect(record).toMatchObject({ id: ID, state: "open", events: [{ kind: "handshake" }, { kind: "handshake" }] });
  });
  tcp.socket.end(clientClose("03e8"));
  expect(await endedRecord(two, ID)).toEqual(await endedRecord(one, ID));
  expect((await two.get("/lab/connections/connection-2-of-this-test")).status).toBe(404);
});

test("one lab streams the other's records", async () => {
  const { one, two } = await startTwo();
  const opening = EventStream.open(two.port, ID); // before the connection
  const tcp = new RawClient(one.port, echo(ID));
  const stream = await opening;
  await stream.until(({ events }) => events.length === 2);
  tcp.socket.end(clientClose("03e8"));
  const events = await stream.end();
  const record = ConnectionRecordSchema.parse(events.at(-1)?.data);
  expect(record).toEqual(await endedRecord(one, ID));
  expect(events.slice(0, -1).map(({ data }) => data)).toEqual(record.events);
});

test("an id that is taken at one lab is taken at the other, even at the same moment", async () => {
  const { one, two } = await startTwo();
  await new RawClient(one.port, echo(ID)).head();
  expect(await new RawClient(two.port, echo(ID)).head()).toMatch(/^HTTP\/1\.1 409 /);
  const clients = [one, two, one, two].map(({ port }) => new RawClient(port, echo("connection-2-of-this-test")));
  const statuses = (await Promise.all(clients.map((tcp) => tcp.head()))).map((head) => head.slice(9, 12));
  expect(statuses.sort()).toEqual(["101", "409", "409", "409"]);
});

test("a client that goes while its id is asked for leaves an ended record", async () => {
  const redis = await startRedis();
  const lab = await startSharedLab(redis);
  redis.freeze();
  const tcp = new RawClient(lab.port, echo(ID));
  await new Promise((resolve) => tcp.socket.once("connect", resolve));
  await new Promise((resolve) => setTimeout(resolve, 50));
  tcp.socket.resetAndDestroy();
  await new Promise((resolve) => setTimeout(resolve, 50));
  redis.thaw();
  const { events, clientEnd } = await endedRecord(lab, ID);
  expect([events.length, clientEnd]).toEqual([1, "rst"]);
});

test("records expire by themselves: open ones after a life and a minute, ended ones after a minute", async () => {
  const { redis, one } = await startTwo({ totalMs: 200_000, recordMs: 30_000 });
  const client = await askRedis(redis);
  const tcp = new RawClient(one.port, echo(ID));
  await tcp.head();
  const expiry = () => client.pTTL(`wasclean:record:${ID}`);
  expect(await expiry()).toSatisfy((ms: number) => ms > 229_000 && ms <= 230_000);
  tcp.socket.end();
  await endedRecord(one, ID);
  await vi.waitFor(async () => expect(await expiry()).toSatisfy((ms: number) => ms > 29_000 && ms <= 30_000));
});

test("an ended record is gone at both labs when its time is up", async () => {
  const { one, two } = await startTwo({ recordMs: 300 });
  new RawClient(one.port, echo(ID)).socket.end();
  await endedRecord(two, ID);
  for (const { get } of [one, two]) {
    await vi.waitFor(async () => expect((await get(`/lab/connections/${ID}`)).status).toBe(404));
  }
  expect(await new RawClient(two.port, echo(ID)).head()).toMatch(/^HTTP\/1\.1 101 /);
});

test("a record that changes often is written seldom, and under an id of the lab's own too", async () => {
  const redis = await startRedis();
  const lab = await startSharedLab(redis);
  const client = await askRedis(redis);
  const tcp = new RawClient(lab.port, request("/lab/client-close-echo"));
  const id = /^X-WasClean-Connection: (.*)$/m.exec(await tcp.head())?.[1] ?? "";
  const before = performance.now();
  for (let i = 0; i < 60; i++) {
    tcp.socket.write(Buffer.from("8a8000000000", "hex"));
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  tcp.socket.end();
  await endedRecord(lab, id);
  await vi.waitFor(async () => {
    expect(JSON.parse((await client.get(`wasclean:record:${id}`)) ?? "{}").state).toBe("ended");
  });
  const most = (performance.now() - before) / 50 + 2;
  const stats = await client.info("commandstats");
  expect(Number(/cmdstat_set:calls=(\d+)/.exec(stats)?.[1])).toBeLessThanOrEqual(most);
});

test("while Redis is away connections end as before; once it is back it gets what it has missed", async () => {
  const { redis, one, two } = await startTwo();
  const early = new RawClient(one.port, echo("early-connection-of-this-test"));
  await early.head();
  const stream = await EventStream.open(two.port, "early-connection-of-this-test");
  await stream.until(({ events }) => events.length === 2);

  await redis.kill();
  const tcp = new RawClient(one.port, echo(ID));
  expect(await tcp.head()).toMatch(/^HTTP\/1\.1 101 /);
  tcp.socket.end(clientClose("03e8"));
  expect((await endedRecord(one, ID)).clientClose).toEqual({ code: 1000, reason: "" });
  const refused = await two.get(`/lab/connections/${ID}`);
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(await refused.json()).toEqual({ error: "RECORDS_UNAVAILABLE", message: expect.stringContaining("try again") });
  expect((await two.get(`/lab/connections/${ID}/stream`, { method: "HEAD" })).status).toBe(503);
  expect(await new RawClient(one.port, echo(ID)).head()).toMatch(/^HTTP\/1\.1 409 /);

  await redis.start(); // empty
  expect(await endedRecord(two, ID)).toEqual(await endedRecord(one, ID));
  early.socket.end();
  expect((await stream.end()).at(-1)).toMatchObject({ event: "end", data: { state: "ended" } });
  for (const { reports } of [one, two]) {
    expect(reports).toEqual([
      expect.stringMatching(/^redis:\/\/127\.0\.0\.1:\d+\/3 is away \(.+\); until it is back [^\n]+$/),
      `redis://127.0.0.1:${redis.port}/3 is back`,
    ]);
  }
});

test("a Redis that hangs holds a connection up for a second at most", async () => {
  const { redis, one } = await startTwo();
  redis.freeze();
  const [given, own] = [new RawClient(one.port, echo(ID)), new RawClient(one.port, request("/lab/client-close-echo"))];
  const since = performance.now();
  expect(await own.head()).toMatch(/^HTTP\/1\.1 101 /);
  expect(performance.now() - since).toBeLessThan(500);
  expect(await given.head()).toMatch(/^HTTP\/1\.1 101 /);
  expect((await one.get("/lab/connections/connection-2-of-this-test")).status).toBe(503);
  expect(one.reports).toEqual([expect.stringContaining("is away (no answer within 1 s)")]);
  redis.thaw();
  await vi.waitFor(() => expect(one.reports).toHaveLength(2), { timeout: 3_000 });
  expect(one.reports[1]).toMatch(/ is back$/);
});

test("a Redis that refuses to write is reported once, and connections go on", async () => {
  const redis = await startRedis();
  const client = await askRedis(redis);
  const lab = await startSharedLab(redis);
  await client.configSet("maxmemory", "1");
  for (const id of ["connection-1-of-this-test", "connection-2-of-this-test"]) {
    new RawClient(lab.port, echo(id)).socket.end();
    await endedRecord(lab, id);
  }
  expect((await lab.get("/lab/connections/connection-3-of-this-test")).status).toBe(404);
  expect(lab.reports).toEqual([expect.stringContaining("is away (OOM ")]);
  await client.configSet("maxmemory", "0");
  await vi.waitFor(() => expect(lab.reports).toHaveLength(2), { timeout: 3_000 });
});

test("what is written there by somebody else is no record", async () => {
  const redis = await startRedis();
  const lab = await startSharedLab(redis);
  const client = await askRedis(redis);
  for (const text of ["", "null", "7", "{}", "[", JSON.stringify({ id: "other-connection", events: [] })]) {
    await client.set(`wasclean:record:${ID}`, text);
    expect((await lab.get(`/lab/connections/${ID}`)).status).toBe(404);
  }
});

test("close() writes the last records down, and does not wait for a Redis that hangs", async () => {
  const { redis, one, two } = await startTwo();
  const tcp = new RawClient(one.port, echo(ID));
  await tcp.head();
  const closed = one.lab.close();
  await tcp.end();
  tcp.socket.end();
  await closed;
  expect((await endedRecord(two, ID)).state).toBe("ended");
  await new RawClient(two.port, request("/lab/server-close")).head();
  redis.freeze();
  const since = performance.now();
  await two.lab.close();
  expect(performance.now() - since).toBeLessThan(900);
});

test("close() is no reason to report that Redis is away, even with a PING that waits for its answer", async () => {
  const redis = await startRedis();
  const { lab, reports } = await startSharedLab(redis);
  redis.freeze();
  await new Promise((resolve) => setTimeout(resolve, 1_100)); // one PING a second
  await lab.close();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(reports).toEqual([]);
});

test("nothing there, or nobody who answers: connecting fails within 3 s and says where and why, but no password", async () => {
  const server = createServer(() => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as { port: number };
  const since = performance.now();
  const failures = [`redis://me:secret@127.0.0.1:${port}`, "redis://:secret@127.0.0.1:1/2"].map((url) =>
    connectRedisRecords(url).catch((error: Error) => `${error.name}: ${error.message}`),
  );
  expect(await Promise.all(failures)).toEqual([
    `RecordsUnavailableError: cannot reach redis://127.0.0.1:${port}: no answer within 3 s`,
    "RecordsUnavailableError: cannot reach redis://127.0.0.1:1/2: connect ECONNREFUSED 127.0.0.1:1",
  ]);
  expect(performance.now() - since).toBeLessThan(4_000);
  await expect(connectRedisRecords("http://127.0.0.1")).rejects.toThrow(RangeError);
});

/** A server in the place of Redis that answers every connection with the same bytes, at once. */
async function answerAll(bytes: string): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.write(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as { port: number }).port;
}

test("hostile answers in the place of Redis: connecting fails within 3 s, and memory stays", async () => {
  const answers = {
    "an answer of HTTP": "HTTP/1.1 400 Bad Request\r\n\r\n",
    "bytes that are not a reply": "\0\u{1}\u{ff}garbage\r\n",
    "a string of a terabyte": "$999999999999\r\nx",
    "an array of a thousand million": "*1000000000\r\n",
    "arrays in arrays, 100,000 deep": "*1\r\n".repeat(100_000),
  };
  const before = process.memoryUsage().rss;
  const since = performance.now();
  const outcomes = Object.entries(answers).map(async ([name, bytes]) => {
    const url = `redis://127.0.0.1:${await answerAll(bytes)}`;
    const message = await connectRedisRecords(url).catch((error: Error) => `${error.name}: ${error.message}`);
    return [name, String(message).startsWith(`RecordsUnavailableError: cannot reach ${url}: `)];
  });
  const expected = Object.keys(answers).map((name) => [name, true]);
  expect(await Promise.all(outcomes)).toEqual(expected);
  expect(performance.now() - since).toBeLessThan(6_000);
  expect(process.memoryUsage().rss - before).toBeLessThan(200e6);
});
