import type { ConnectionRecord, Outcome } from "@wasclean/schema";
import { describe, expect, test } from "vitest";
import { isSameOutcome, toObservation, toOutcome } from "./outcome.ts";

const record = (events: ConnectionRecord["events"]): ConnectionRecord => ({
  id: "connection-1",
  ending: "fin-no-close",
  startedAt: "2026-11-22T00:00:00.000Z",
  state: "ended",
  clientClose: null,
  clientEnd: "fin",
  events,
  truncated: false,
});
const outcome = (more: Partial<Outcome> = {}): Outcome => ({
  events: ["open", "close"],
  code: 1006,
  reason: "",
  wasClean: false,
  throws: null,
  seconds: null,
  serverSaw: [],
  ...more,
});

describe("toOutcome", () => {
  test("takes the socket's own events, the close event, and what the client did on the wire", () => {
    const events = [
      { at: 3, kind: "open" },
      { at: 4, kind: "close-called", code: 1000, exception: null },
      { at: 61_400, kind: "error" },
      { at: 61_400, kind: "close", code: 1006, reason: "", wasClean: false },
    ];
    const frame = { at: 4, kind: "frame", fin: true, rsv: 0 } as const;
    const wire = record([
      { at: 0, by: "client", kind: "handshake", line: "GET / HTTP/1.1" },
      { at: 1, by: "server", kind: "handshake", line: "HTTP/1.1 101 Switching Protocols" },
      { ...frame, by: "client", opcode: 8, masked: true, length: 5, code: 1000, reason: "bye" },
      { ...frame, by: "server", opcode: 1, masked: false, length: 5 },
      { ...frame, by: "client", opcode: 1, masked: true, length: 7 },
      { at: 9, by: "client", kind: "fin" },
      { at: 9, by: "server", kind: "fin" },
    ]);
    expect(toOutcome({ events, elapsed: 62_000 }, wire)).toEqual({
      events: ["open", "error", "close"],
      code: 1006,
      reason: "",
      wasClean: false,
      throws: null,
      seconds: 61,
      serverSaw: [
        { kind: "frame", opcode: 8, length: 5, code: 1000, reason: "bye" },
        { kind: "frame", opcode: 1, length: 7 },
        { kind: "fin" },
      ],
    });
  });

  test("gives null for what did not come, and the time watched", () => {
    expect(toOutcome({ events: [], elapsed: 20_000 }, null)).toEqual(
      outcome({ events: [], code: null, reason: null, wasClean: null, seconds: 20 }),
    );
  });

  test.each([
    [{ at: 1, kind: "exception", name: "SecurityError" }, "SecurityError"],
    [{ at: 1, kind: "close-called", exception: { name: "InvalidAccessError" } }, "InvalidAccessError"],
  ])("names the exception of %o", (event, name) => {
    expect(toOutcome({ events: [event], elapsed: 5 }, null).throws).toBe(name);
  });

  test("tells that the lab had to stop waiting", () => {
    const wire = record([{ at: 5_000, by: "server", kind: "timeout" }]);
    expect(toOutcome({ events: [], elapsed: 1 }, wire).serverSaw).toEqual([{ kind: "timeout" }]);
  });
});

describe("isSameOutcome", () => {
  test.each<[string, Partial<Outcome>, Partial<Outcome>, boolean]>([
    ["nothing", {}, {}, true],
    ["another code", {}, { code: 1005 }, false],
    ["another order of events", { events: ["error", "close"] }, { events: ["close", "error"] }, false],
    ["another end on the wire", {}, { serverSaw: [{ kind: "rst" }] }, false],
    ["a second", { seconds: 10 }, { seconds: 11 }, true],
    ["four seconds of ten", { seconds: 10 }, { seconds: 14 }, false],
    ["a twentieth of four minutes", { seconds: 240 }, { seconds: 250 }, true],
    ["just under two seconds and two", { seconds: null }, { seconds: 2 }, true],
    ["at once and ten seconds", { seconds: null }, { seconds: 10 }, false],
  ])("%s", (_, first, second, same) => {
    expect(isSameOutcome(outcome(first), outcome(second))).toBe(same);
    expect(isSameOutcome(outcome(second), outcome(first))).toBe(same);
  });
});

describe("toObservation", () => {
  test("is stable where all runs are alike", () => {
    expect(toObservation([outcome(), outcome(), outcome()])).toEqual({ ...outcome(), runs: 3, stable: true });
  });

  test("shows the most frequent outcome, and all variants with how often each came", () => {
    const other = outcome({ code: 1002 });
    expect(toObservation([other, outcome(), outcome()])).toEqual({
      ...outcome(),
      runs: 3,
      stable: false,
      variants: [
        { ...outcome(), runs: 2 },
        { ...other, runs: 1 },
      ],
    });
  });
});
