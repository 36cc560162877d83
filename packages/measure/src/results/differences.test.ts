import type { Observation, Observations } from "@wasclean/schema";
import { expect, test } from "vitest";
import { compareObservation, isPublished, versionChange } from "./differences.ts";

const observation = (more: Partial<Observation> = {}): Observation => ({
  events: ["open", "close"],
  code: 1006,
  reason: "",
  wasClean: false,
  throws: null,
  seconds: null,
  serverSaw: [{ kind: "fin" }],
  runs: 3,
  stable: true,
  ...more,
});

test("the same is no difference, however often it was run", () => {
  expect(compareObservation("x", observation(), observation({ runs: 4 }))).toEqual([]);
});

test("each member that differs is one", () => {
  const now = observation({ code: 1005, wasClean: true });
  expect(compareObservation("x", observation(), now)).toEqual([
    { ending: "x", what: "code", published: "1006", now: "1005" },
    { ending: "x", what: "wasClean", published: "false", now: "true" },
  ]);
});

test("a published variant may come again, another outcome may not", () => {
  const { runs, stable, variants, ...rst } = observation({ serverSaw: [{ kind: "rst" }] });
  const { runs: _, stable: __, variants: ___, ...fin } = observation();
  const published = observation({
    stable: false,
    variants: [
      { ...fin, runs: 2 },
      { ...rst, runs: 1 },
    ],
  });
  expect(compareObservation("x", published, observation({ serverSaw: [{ kind: "rst" }] }))).toEqual([]);
  expect(compareObservation("x", published, observation({ serverSaw: [] }))).toHaveLength(1);
  expect(isPublished(published, observation({ serverSaw: [{ kind: "rst" }] }))).toBe(true);
  expect(isPublished(published, observation({ serverSaw: [] }))).toBe(false);
  expect(isPublished(undefined, observation())).toBe(false);
});

test("an ending that is not published is a difference", () => {
  expect(compareObservation("x", undefined, observation())).toMatchObject([{ ending: "x", published: "none" }]);
});

test("another version is said, the same is not", () => {
  const engine = { id: "chromium", name: "Chromium", version: "156.0", os: "Debian" };
  const published: Observations = { engine, observedOn: "2026-11-22", results: {}, notMeasured: {} };
  expect(versionChange(published, "156.0")).toBeNull();
  expect(versionChange(published, "157.0")).toBe("Chromium was 156.0 when it was measured, and is 157.0 now.");
});
