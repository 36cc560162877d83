import { ENDINGS, OBSERVATIONS } from "@wasclean/data/load";
import type { Ending, Observation, Observations } from "@wasclean/schema";
import { expect, it } from "vitest";
import engineFile from "../../../../data/engines.json" with { type: "json" };
import { findDetails } from "../../../playground/src/facts/ending-details.ts";
import { engines, observationsOf } from "../../../playground/src/facts/engines.ts";
import { toMeasurementsFile } from "./to-measurements-file.ts";

it.each(ENDINGS.map((ending) => [ending.id, ending] as const))(
  "%s is read back as it stands in the data",
  (id, ending) => {
    const { expected, inferred, expectedForCodes, expectedForLongReason, citation, server, presetOf } = ending;
    expect(findDetails(id)).toMatchObject({ id, expected, citation, server });
    expect(findDetails(id)).toMatchObject({ row: presetOf?.ending ?? id, presetCode: presetOf?.code ?? null });
    const { inferred: isInferred, expectedForCodes: codes, expectedForLongReason: long } = findDetails(id) ?? {};
    expect([isInferred, codes, long]).toEqual([inferred, expectedForCodes, expectedForLongReason]);
    expect(observationsOf(id).map(({ observation, reason }) => [observation, reason])).toEqual(
      OBSERVATIONS.map(({ results, notMeasured }) => [results[id] ?? null, notMeasured[id] ?? null]),
    );
  },
);

it("holds each engine, in the order of engines.json", () => {
  expect(engines).toEqual(
    OBSERVATIONS.map(({ engine, observedOn }) => {
      const userAgent = engineFile.engines.find(({ id }) => id === engine.id)?.userAgent;
      return { ...engine, observedOn, note: engine.note ?? null, userAgent };
    }),
  );
  expect(engines.map(({ id }) => id)).toEqual(engineFile.engines.map(({ id }) => id));
});

const [ending] = ENDINGS as [Ending];
const [file] = OBSERVATIONS as [Observations];
const seen = file.results["close-empty"] as Observation;
const measured = (result: Observation | null, reason: string | null): Observations => ({
  ...file,
  results: result ? { [ending.id]: result } : {},
  notMeasured: reason ? { [ending.id]: reason } : {},
});

it("stores equal observations once, and tells a reason from an unknown", () => {
  const other = { ...seen, seconds: 7 };
  const files = [
    measured(seen, null),
    measured(null, "no pages"),
    measured(structuredClone(seen), null),
    measured(other, null),
    measured(null, null),
  ];
  const { observations, endings, engines } = toMeasurementsFile([ending], files, []);
  expect(observations).toEqual([seen, "no pages", other]);
  expect(endings[ending.id]?.seen).toEqual([0, 1, 0, 2, null]);
  expect(engines.map(({ userAgent }) => userAgent)).toEqual([null, null, null, null, null]);
});
