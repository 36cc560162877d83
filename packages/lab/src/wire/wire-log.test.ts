import { expect, test } from "vitest";
import type { Frame } from "./frame.ts";
import { WireLog } from "./wire-log.ts";

function createLog(maxEvents = 10, onChange = () => {}) {
  const times = [5, 6, 7.25, 8.12345, 9];
  const clock = { wall: () => 0, monotonic: () => times.shift() ?? 9 };
  return new WireLog({ id: "connection", ending: "x" }, clock, maxEvents, onChange);
}

const closeFrame = (code: number): Frame => {
  const body = Buffer.from([code >> 8, code & 0xff]);
  return { fin: true, rsv: 0, opcode: 8, masked: true, length: body.length, body };
};

test("a record begins open and empty", () => {
  expect(createLog().record).toEqual({
    id: "connection",
    ending: "x",
    startedAt: "1970-01-01T00:00:00.000Z",
    state: "open",
    clientClose: null,
    clientEnd: null,
    events: [],
    truncated: false,
  });
});

test("times are milliseconds from the start, to the microsecond", () => {
  const log = createLog();
  log.handshake("client", "GET / HTTP/1.1");
  log.timeout();
  log.fin("server");
  expect(log.record.events.map(({ at }) => at)).toEqual([1, 2.25, 3.123]);
});

test("the first Close frame of the client is kept, not the server's or a later one", () => {
  const log = createLog();
  for (const [by, code] of [
    ["server", 1000],
    ["client", 4001],
    ["client", 4002],
  ] as const)
    log.frame(by, closeFrame(code));
  expect(log.record.clientClose).toEqual({ code: 4001, reason: "" });
});

test("an RST of the client replaces its FIN, and a FIN does not replace its RST", () => {
  const log = createLog();
  log.fin("server");
  expect(log.record.clientEnd).toBeNull();
  log.fin("client");
  expect(log.record.clientEnd).toBe("fin");
  log.rst("client");
  log.fin("client");
  expect(log.record.clientEnd).toBe("rst");
});

test("bytes are added to the last event of bytes from the same side", () => {
  const log = createLog();
  for (const by of ["client", "client", "server", "client"] as const) log.bytes(by, 2);
  expect(log.record.events).toMatchObject([
    { by: "client", kind: "bytes", length: 4 },
    { by: "server", kind: "bytes", length: 2 },
    { by: "client", kind: "bytes", length: 2 },
  ]);
});

test("events beyond the most are dropped, and every change is reported", () => {
  let changes = 0;
  const log = createLog(2, () => changes++);
  for (const by of ["client", "server"] as const) log.bytes(by, 1);
  expect(log.record.truncated).toBe(false);
  log.bytes("server", 1);
  log.fin("server");
  expect(log.record).toMatchObject({ truncated: true, events: [{ length: 1 }, { length: 2 }] });
  expect(changes).toBe(4);
});
