import { expect, test } from "vitest";
import { systemClock } from "../wire/clock.ts";
import { WireLog } from "../wire/wire-log.ts";
import { RecordStore } from "./record-store.ts";

const recordOf = (id: string) => new WireLog({ id, ending: "close-empty" }, systemClock, 10).record;

function createStore(maxRecords: number) {
  const time = { now: 0 };
  const store = new RecordStore({ maxRecords, recordMs: 60_000, monotonic: () => time.now });
  return { store, time };
}

test("an open record is kept as long as it lives, an ended one for a minute", () => {
  const { store, time } = createStore(10);
  const record = recordOf("one");
  store.add(record);
  time.now = 1e9;
  expect(store.get("one")).toBe(record);
  store.end(record);
  time.now += 59_999;
  expect(store.get("one")).toBe(record);
  time.now += 1;
  expect(store.get("one")).toBeUndefined();
  expect(store.size).toBe(0);
});

test("with too many, the one that ended first goes first", () => {
  const { store } = createStore(3);
  const [a, b, c, d] = ["a", "b", "c", "d"].map(recordOf) as [never, never, never, never];
  for (const record of [a, b, c]) store.add(record);
  store.end(b);
  store.end(a);
  store.add(d);
  expect(["a", "b", "c", "d"].map((id) => store.get(id) !== undefined)).toEqual([true, false, true, true]);
  expect(store.size).toBe(3);
});

test("an unknown id gives nothing", () => {
  expect(createStore(1).store.get("toString")).toBeUndefined();
});
