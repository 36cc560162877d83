import type { Observation, Observations } from "@wasclean/schema";
import { expect, test } from "vitest";
import { groupReports } from "./reported.ts";

const seen = (code: number): Observation => ({
  events: ["open", "close"],
  code,
  reason: "",
  wasClean: true,
  throws: null,
  seconds: null,
  serverSaw: [],
  runs: 3,
  stable: true,
});
const of = (id: string, results: Record<string, Observation>): Observations => ({
  engine: { id, name: id, version: "1", os: "x" },
  observedOn: "2026-01-01",
  results,
  notMeasured: {},
});

test("engines with equal outcomes are grouped, the largest group first, without unmeasured ones", () => {
  const observations = [of("a", { x: seen(1) }), of("b", { x: seen(2) }), of("c", {}), of("d", { x: seen(2) })];
  expect(groupReports("x", observations)).toMatchObject([
    { engines: ["b", "d"], outcomes: [{ code: 2 }] },
    { engines: ["a"], outcomes: [{ code: 1 }] },
  ]);
});
