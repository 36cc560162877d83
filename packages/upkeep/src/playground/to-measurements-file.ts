import type { Ending, Engine, Observation, Observations } from "@wasclean/schema";
import type { MeasurementsFile } from "../../../playground/src/facts/ending-details.ts";

/** The second part's facts: what is expected of each ending, and what each engine was seen to do with it. */
export function toMeasurementsFile(
  endings: readonly Ending[],
  observations: readonly Observations[],
  engines: readonly Engine[],
): MeasurementsFile {
  const citations = createTable<Ending["citation"][number]>();
  const outcomes = createTable<Observation | string>();
  const stored = endings.map((ending) => {
    const { id, presetOf, expected, inferred, expectedForCodes, expectedForLongReason, citation, server } = ending;
    const seen = observations.map(({ results, notMeasured }) => {
      const found = results[id] ?? notMeasured[id];
      return found === undefined ? null : outcomes.indexOf(found);
    });
    const optional = { inferred, expectedForCodes, expectedForLongReason, presetOf };
    return [id, { ...optional, expected, citation: citation.map(citations.indexOf), seen, server }] as const;
  });
  return {
    engines: observations.map(({ engine, observedOn }) => {
      const userAgent = engines.find(({ id }) => id === engine.id)?.userAgent ?? null;
      return { ...engine, observedOn, note: engine.note ?? null, userAgent };
    }),
    citations: citations.values,
    observations: outcomes.values,
    endings: Object.fromEntries(stored),
  };
}

/** A list of different values; `indexOf` appends a value that it does not hold yet. */
function createTable<T>() {
  const values: T[] = [];
  const indexes = new Map<string, number>();
  return {
    values,
    indexOf(value: T): number {
      const key = JSON.stringify(value);
      const index = indexes.get(key) ?? values.push(value) - 1;
      indexes.set(key, index);
      return index;
    },
  };
}
