import { setTimeout as delay } from "node:timers/promises";
import { ConnectionRecordSchema } from "@wasclean/schema";
import { expect, test } from "vitest";
import { EventStream } from "../testing/event-stream.ts";
import { endedRecord, inWords, startLab } from "../testing/lab-server.ts";
import { clientClose, RawClient, request } from "../testing/raw-client.ts";

const ID = "connection-1-of-this-test";
const ECHO = request(`/lab/client-close-echo?connection=${ID}`);
const last = (stream: EventStream) => stream.events.at(-1);

test("events are told as they happen, then the whole record, then the stream ends", async () => {
  const lab = await startLab();
  const tcp = new RawClient(lab.port, ECHO);
  await tcp.head();
  const stream = await EventStream.open(lab.port, ID);
  expect(Object.fromEntries(stream.response.headers)).toMatchObject({
    "access-control-allow-origin": "*",
    "cache-control": "no-store",
    "content-type": "text/event-stream; charset=utf-8",
    "x-content-type-options": "nosniff",
  });
  await stream.until(({ events }) => events.length === 2);
  tcp.socket.write(clientClose("03e8"));
  await stream.until((now) => last(now)?.data.kind === "fin");
  expect(stream.events.every(({ event }) => event === "wire")).toBe(true);
  tcp.socket.end();
  const events = await stream.end();
  const record = ConnectionRecordSchema.parse(events.at(-1)?.data);
  expect(record).toEqual(await endedRecord(lab, ID));
  expect(events.slice(0, -1).map(({ data }) => data)).toEqual(record.events);
  expect(events.map(({ event, id }) => `${event} ${id}`)).toEqual([
    ...record.events.map((_, index) => `wire ${index}`),
    "end end",
  ]);
});

test("of a connection that has ended all is told at once", async () => {
  const lab = await startLab();
  new RawClient(lab.port, ECHO).socket.end();
  const { events } = await endedRecord(lab, ID);
  const stream = await EventStream.open(lab.port, ID);
  expect((await stream.end()).map(({ event }) => event)).toEqual([...events.map(() => "wire"), "end"]);
});

test("a stream may be opened before its connection", async () => {
  const { port } = await startLab();
  const opening = EventStream.open(port, ID);
  await delay(30);
  const tcp = new RawClient(port, ECHO);
  const stream = await opening;
  expect(stream.response.status).toBe(200);
  await stream.until(({ events }) => events.length === 2);
  tcp.socket.end();
  expect((await stream.end()).at(-1)).toMatchObject({ event: "end", data: { clientEnd: "fin" } });
});

test("a connection that does not begin in time is unknown", async () => {
  const { port } = await startLab({ handshakeMs: 40 });
  const since = performance.now();
  const { response } = await EventStream.open(port, ID);
  expect(performance.now() - since).toBeGreaterThan(35);
  expect(response.status).toBe(404);
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  expect(await response.json()).toMatchObject({ error: "CONNECTION_UNKNOWN" });
});

test.each(["short", "a.b.c.d.e.f", ""])("%j is no id: there is nothing to wait for", async (id) => {
  const { port } = await startLab({ handshakeMs: 60_000 });
  expect((await EventStream.open(port, id)).response.status).toBe(404);
});

test("Last-Event-ID resumes", async () => {
  const lab = await startLab();
  new RawClient(lab.port, ECHO).socket.end();
  const { events } = await endedRecord(lab, ID);
  expect(events.length).toBeGreaterThan(2);
  const ids = async (lastEventId: string) => {
    const stream = await EventStream.open(lab.port, ID, { "Last-Event-ID": lastEventId });
    return (await stream.end()).map(({ id }) => id);
  };
  const all = [...events.map((_, index) => String(index)), "end"];
  expect(await ids("1")).toEqual(all.slice(2));
  expect(await ids(String(events.length - 1))).toEqual(["end"]);
  expect(await ids("999999999")).toEqual(["end"]);
  expect(await ids("-1")).toEqual(all);
  expect(await ids("nonsense")).toEqual(all);
});

test("an EventSource that connects again after the end is told to stop", async () => {
  const { port } = await startLab();
  const { response } = await EventStream.open(port, ID, { "Last-Event-ID": "end" });
  expect(response.status).toBe(204);
});

test("bytes that grow are told again under the same id, also after resuming", async () => {
  const lab = await startLab();
  const tcp = new RawClient(lab.port, request(`/lab/handshake-status-403?connection=${ID}`));
  await tcp.end();
  const stream = await EventStream.open(lab.port, ID);
  const bytes = (length: number) => (now: EventStream) => last(now)?.data.length === length;
  tcp.socket.write("12345");
  await stream.until(bytes(5));
  tcp.socket.write("678");
  await stream.until(bytes(8));
  const [before, after] = stream.events.slice(-2);
  expect(after?.id).toBe(before?.id);
  const resumed = await EventStream.open(lab.port, ID, { "Last-Event-ID": after?.id ?? "" });
  expect(await resumed.until(({ events }) => events.length > 0)).toEqual([after]);
  tcp.socket.end();
  const end = (await stream.end()).at(-1);
  expect(inWords(end?.data.events)).toContain("client bytes 8");
});

test("many watch the same connection, up to maxStreams; who goes makes room", async () => {
  const { port } = await startLab({ maxStreams: 2 });
  const tcp = new RawClient(port, ECHO);
  await tcp.head();
  const [first, second] = await Promise.all([EventStream.open(port, ID), EventStream.open(port, ID)]);
  const refused = await EventStream.open(port, ID);
  expect(refused.response.status).toBe(503);
  expect(refused.response.headers.get("retry-after")).toBe("5");
  expect(await refused.response.json()).toMatchObject({ error: "TOO_MANY_STREAMS" });
  await first.cancel();
  let third = refused;
  while (third.response.status === 503) third = await EventStream.open(port, ID);
  tcp.socket.end();
  expect(await third.end()).toEqual(await second.end());
});

test("HEAD and OPTIONS", async () => {
  const { port, get } = await startLab();
  const path = `/lab/connections/${ID}/stream`;
  expect((await get(path, { method: "HEAD" })).status).toBe(404);
  await new RawClient(port, ECHO).head();
  const head = await get(path, { method: "HEAD" });
  expect([head.status, head.headers.get("content-type")]).toEqual([200, "text/event-stream; charset=utf-8"]);
  const options = await get(path, { method: "OPTIONS" });
  expect([options.status, options.headers.get("access-control-allow-methods")]).toEqual([204, "GET, HEAD, OPTIONS"]);
  expect(options.headers.get("access-control-allow-headers")).toBe("Last-Event-ID");
  expect((await get(path, { method: "POST" })).status).toBe(405);
  expect((await get(`${path}/more`)).status).toBe(404);
});

test("close() lets streams tell the end of their connections, and refuses those that wait", async () => {
  const { lab, port } = await startLab();
  const tcp = new RawClient(port, ECHO);
  await tcp.head();
  const stream = await EventStream.open(port, ID);
  const waiting = EventStream.open(port, "connection-2-of-this-test");
  await stream.until(({ events }) => events.length === 2);
  await delay(20);
  const closed = lab.close();
  expect((await EventStream.open(port, "connection-3-of-this-test")).response.status).toBe(503);
  await tcp.end();
  tcp.socket.end();
  expect((await stream.end()).at(-1)).toMatchObject({ event: "end", data: { state: "ended" } });
  const { response } = await waiting;
  expect([response.status, await response.json()]).toMatchObject([503, { error: "STOPPING" }]);
  await closed;
});
