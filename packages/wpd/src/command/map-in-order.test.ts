import { setTimeout } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { mapInOrder } from "./map-in-order.ts";

async function collect<T>(values: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const value of values) all.push(value);
  return all;
}

test("yields results in the order of the items, whichever worker is faster", async () => {
  const times = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(times, fc.integer({ min: 1, max: 4 }), async (waits, count) => {
      const items = waits.map((wait, place) => ({ wait, place }));
      const work = async ({ wait, place }: { wait: number; place: number }) => {
        if (wait > 0) await setTimeout(wait - 1);
        return place;
      };
      const places = await collect(mapInOrder(items, Array(count).fill(work)));
      expect(places).toEqual(items.map(({ place }) => place));
    }),
    { numRuns: 20 },
  );
});

test("throws the error of a worker", async () => {
  const work = async (item: number) => {
    if (item === 3) throw new Error("three");
    return item;
  };
  await expect(collect(mapInOrder([1, 2, 3, 4, 5], [work, work]))).rejects.toThrow("three");
});

test("gives out no items after the signal", async () => {
  const stop = new AbortController();
  const work = async (item: number) => {
    if (item === 3) stop.abort();
    return item;
  };
  expect(await collect(mapInOrder([1, 2, 3, 4, 5], [work], stop.signal))).toEqual([1, 2, 3]);
});
