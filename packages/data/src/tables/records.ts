import type { CloseCodeEntry, DerivedCloseCode, DerivedCloseCodes, Ending, Observations } from "@wasclean/schema";

/** An ending with every engine's observation. */
export interface EndingRecord {
  ending: Ending;
  observations: {
    engine: Observations["engine"];
    /** The day, ISO 8601. */
    observedOn: string;
    /** The result; `null` if not measured. */
    result: Observations["results"][string] | null;
    /** Why the ending was not measured; `null` if it was, or if only its presets are. */
    notMeasured: string | null;
    /** The file, relative to the package. */
    source: string;
  }[];
}

/** An ending with every engine's observation, in the given order of engines. */
export function toEndingRecord(ending: Ending, observations: readonly Observations[]): EndingRecord {
  const { id } = ending;
  return {
    ending,
    observations: observations.map(({ engine, observedOn, results, notMeasured }) => ({
      engine,
      observedOn,
      result: results[id] ?? null,
      notMeasured: notMeasured[id] ?? null,
      source: `observations/${engine.id}.json`,
    })),
  };
}

/** A close code with the registry's entry and the engines' reports. */
export interface CloseCodeRecord {
  /** The code asked for. */
  code: number;
  /** The code's entry in the registry, which may be a range. */
  entry: CloseCodeEntry;
  /** The engines' reports; `null` if not measured. */
  observed: DerivedCloseCode | null;
  /** The engines that `observed` names, by id. */
  engines: DerivedCloseCodes["engines"];
}

/** A close code with the registry's entry and the engines' reports; `null` for a number that cannot be a code. */
export function toCloseCodeRecord(
  code: number,
  entries: readonly CloseCodeEntry[],
  derived: Pick<DerivedCloseCodes, "closeCodes" | "engines">,
): CloseCodeRecord | null {
  const entry = entries.find((one) => {
    const [first, last] = Array.isArray(one.code) ? one.code : [one.code, one.code];
    return first <= code && code <= last;
  });
  if (entry === undefined || !Number.isInteger(code)) return null;
  const observed = derived.closeCodes.find((one) => one.code === code) ?? null;
  return { code, entry, observed, engines: derived.engines };
}
