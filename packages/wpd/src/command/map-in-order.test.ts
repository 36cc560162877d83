import { setTimeout } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { mapInOrder } from "./map-in-order.ts";

async function collect<T>(values: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const value of values) all.push(value);
  return all;
}

test("gives what the hands make in the order of the items, whoever is faster", async () => {
  const times = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(times, fc.integer({ min: 1, max: 4 }), async (waits, count) => {
      const items = waits.map((wait, place) => ({ wait, place }));
      const hand = async ({ wait, place }: { wait: number; place: number }) => {
        if (wait > 0) await setTimeout(wait - 1);
        return place;
      };
      const places = await collect(mapInOrder(items, Array(count).fill(hand)));
      expect(places).toEqual(items.map(({ place }) => place));
    }),
    { numRuns: 20 },
  );
});

test("throws what a hand throws", async () => {
  const hand = async (item: number) => {
    if (item === 3) throw new Error("three");
    return item;
  };
  await expect(collect(mapInOrder([1, 2, 3, 4, 5], [hand, hand]))).rejects.toThrow("three");
});

test("gives nothing out after the signal", async () => {
  const stop = new AbortController();
  const hand = async (item: number) => {
    if (item === 3) stop.abort();
    return item;
  };
  expect(await collect(mapInOrder([1, 2, 3, 4, 5], [hand], stop.signal))).toEqual([1, 2, 3]);
});
