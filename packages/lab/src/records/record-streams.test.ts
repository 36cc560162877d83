import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import type { ConnectionRecord } from "@wasclean/schema";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { REFUSAL } from "../responses/refusal.ts";
import { systemClock } from "../wire/clock.ts";
import { WireLog } from "../wire/wire-log.ts";
import { LiveRecords } from "./live-records.ts";
import { RecordStore } from "./record-store.ts";
import { RecordStreams } from "./record-streams.ts";
import { type Records, RecordsUnavailableError } from "./records.ts";

const ID = "connection-1-of-this-test";
const LIMITS = { maxStreams: 10, handshakeMs: 100, totalMs: 1_000, recordMs: 500 };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A stream to a response without a socket: what is written stays in its buffer. */
function open(records: LiveRecords) {
  const streams = new RecordStreams(records, LIMITS, { heartbeatMs: 150, pollMs: 25 });
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  const written: string[] = [];
  const write = response.write.bind(response) as (text: string) => boolean;
  response.write = ((text: string) => {
    written.push(text);
    return write(text);
  }) as typeof response.write;
  const refuse = vi.fn();
  streams.open({ id: ID, method: "GET", lastEventId: undefined, response, headers: {}, refuse });
  return { streams, response, written, refuse };
}

const ownRecords = () =>
  new LiveRecords(new RecordStore({ maxRecords: 10, recordMs: 1_000, monotonic: () => performance.now() }));

function begin(records: LiveRecords, maxEvents = 10) {
  const log = new WireLog({ id: ID, ending: "none" }, systemClock, maxEvents, (record) => records.changed(record));
  records.add(log.record);
  return log;
}

/** Records of which all are another lab's. */
function othersRecords(get: () => Promise<ConnectionRecord | undefined>) {
  const { add, reserve, changed, end, close } = ownRecords();
  return new LiveRecords({ isShared: true, get, add, reserve, changed, end, close } as Records);
}

test("a comment every now and then keeps a quiet stream alive, and the stream does not outlive its record", async () => {
  const records = ownRecords();
  begin(records);
  const { written, response, streams } = open(records);
  await vi.advanceTimersByTimeAsync(310);
  expect(written).toEqual([":\n\n", ":\n\n"]);
  await vi.advanceTimersByTimeAsync(1_300);
  expect(response.writableEnded).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
  response.destroy();
  await vi.advanceTimersByTimeAsync(1);
  expect(streams.size).toBe(0);
});

test("a client that does not read is dropped at 1 MB", async () => {
  const records = ownRecords();
  const log = begin(records, 100_000);
  const { response } = open(records);
  const line = "x".repeat(1_000);
  for (let i = 0; i < 900; i++) log.handshake("client", line);
  await vi.advanceTimersByTimeAsync(1);
  expect(response.destroyed).toBe(false);
  for (let i = 0; i < 200; i++) log.handshake("client", line);
  await vi.advanceTimersByTimeAsync(1);
  expect(response.destroyed).toBe(true);
});

test("many events in one turn are one write", async () => {
  const records = ownRecords();
  const log = begin(records);
  const { written } = open(records);
  for (let i = 0; i < 5; i++) log.handshake("client", "line");
  await vi.advanceTimersByTimeAsync(1);
  expect(written).toHaveLength(1);
  expect(written[0]?.match(/^id: \d$/gm)).toEqual(["id: 0", "id: 1", "id: 2", "id: 3", "id: 4"]);
});

test("a record of another lab is looked at again and again, also after its store was away", async () => {
  const log = new WireLog({ id: ID, ending: "none" }, systemClock, 10);
  let isThere = false;
  const records = othersRecords(async () => {
    if (!isThere) throw new RecordsUnavailableError();
    return structuredClone(log.record);
  });
  const { written, response, refuse } = open(records);
  await vi.advanceTimersByTimeAsync(60);
  isThere = true;
  await vi.advanceTimersByTimeAsync(50);
  log.fin("client");
  await vi.advanceTimersByTimeAsync(30);
  expect(written.join("")).toContain('"kind":"fin"');
  isThere = false;
  log.end();
  await vi.advanceTimersByTimeAsync(60);
  expect(response.writableEnded).toBe(false);
  isThere = true;
  await vi.advanceTimersByTimeAsync(30);
  expect(written.at(-1)).toMatch(/^event: end\n/);
  expect(response.writableEnded).toBe(true);
  expect(refuse).not.toHaveBeenCalled();
});

test("a record of another lab that is dropped before its end ends the stream without one", async () => {
  let record: ConnectionRecord | undefined = new WireLog({ id: ID, ending: "none" }, systemClock, 10).record;
  const { written, response } = open(othersRecords(async () => record));
  await vi.advanceTimersByTimeAsync(30);
  record = undefined;
  await vi.advanceTimersByTimeAsync(30);
  expect([written, response.writableEnded]).toEqual([[], true]);
});

test.each([
  ["is away", () => Promise.reject(new RecordsUnavailableError()), REFUSAL.recordsUnavailable()],
  ["does not know it", () => Promise.resolve(undefined), REFUSAL.connectionUnknown()],
])("where the store %s the answer waits for the connection to begin", async (_, get, refusal) => {
  const { refuse } = open(othersRecords(get));
  await vi.advanceTimersByTimeAsync(90);
  expect(refuse).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(20);
  expect(refuse.mock.calls).toEqual([[refusal]]);
  expect(vi.getTimerCount()).toBe(0);
});
