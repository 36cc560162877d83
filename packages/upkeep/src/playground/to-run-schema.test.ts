import { OBSERVATIONS } from "@wasclean/data/load";
import { RunSchema } from "@wasclean/schema";
import fc from "fast-check";
import { expect, it } from "vitest";
import { readRun } from "../../../playground/src/actions/read-run.ts";
import { recordingOf } from "../../../playground/src/recordings/recorded.ts";
import type { RunData } from "../../../playground/src/run/run-data.ts";
import { runFixture } from "../../../playground/src/testing/run-fixture.ts";

const recordings = OBSERVATIONS.flatMap(({ engine, results }) =>
  Object.keys(results).flatMap((ending) => recordingOf(engine.id, ending) ?? []),
);

it("every recording fits the schema, and is read from a file", () => {
  expect(recordings.length).toBeGreaterThan(500);
  for (const run of recordings) {
    expect(RunSchema.safeParse(run).error, run.url).toBeUndefined();
    expect(readRun(JSON.stringify(run)), run.url).toEqual(run);
  }
});

/** Every object and array in a value, with its keys. */
function places(value: unknown): [holder: Record<string, unknown>, key: string][] {
  if (typeof value !== "object" || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [[holder, key], ...places(holder[key])] as [typeof holder, string][]);
}

const text = fc.oneof(
  fc.string(),
  fc.constantFrom("fin", "close", "client", "2026-11-22T10:00:00Z", "x".repeat(10_001)),
);
const replacement = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  text,
  fc.constantFrom(null, true, -1, 0, 1.5, 15, 16, 65_535, 65_536, 1e300, [], {}),
);
const mutation = fc.record({
  place: fc.nat(),
  kind: fc.constantFrom("replace", "remove", "add", "copy"),
  other: fc.nat(),
  value: replacement,
});

function mutated(
  run: RunData,
  { place, kind, other, value }: { place: number; kind: string; other: number; value: unknown },
) {
  const copy = structuredClone(run);
  const all = places(copy);
  const [holder, key] = all[place % all.length] as [Record<string, unknown>, string];
  const [source, sourceKey] = all[other % all.length] as [Record<string, unknown>, string];
  if (kind === "replace") holder[key] = value;
  else if (kind === "remove") delete holder[key];
  else if (kind === "add") holder.added = value;
  else holder[key] = structuredClone(source[sourceKey]);
  return JSON.stringify(copy);
}

it("reads what the schema accepts, and nothing else", () => {
  const counts = { read: 0, refused: 0 };
  const run = fc.oneof(fc.constant(runFixture), fc.constantFrom(...recordings));
  fc.assert(
    fc.property(run, mutation, (original, change) => {
      const json = mutated(original, change);
      const isRead = typeof readRun(json) !== "string";
      counts[isRead ? "read" : "refused"] += 1;
      expect(isRead, json).toBe(RunSchema.safeParse(JSON.parse(json)).success);
    }),
    { numRuns: 2000 },
  );
  // Both outcomes must have been tried.
  expect(Math.min(counts.read, counts.refused)).toBeGreaterThan(50);
});
