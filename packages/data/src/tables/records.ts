import type { CloseCodeEntry, DerivedCloseCode, DerivedCloseCodes, Ending, Observations } from "@wasclean/schema";

/** An ending with what every engine was seen to do. */
export interface EndingRecord {
  ending: Ending;
  observations: {
    engine: Observations["engine"];
    /** ISO 8601, the day. */
    observedOn: string;
    /** What was seen; `null` where it was not measured. */
    result: Observations["results"][string] | null;
    /** Why it was not measured; `null` where it was, or where only its presets are. */
    notMeasured: string | null;
    /** The file, relative to the package. */
    source: string;
  }[];
}

/** An ending with what every engine was seen to do, the engines in the order given. */
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

/** A close code with what the registry and the engines make of it. */
export interface CloseCodeRecord {
  /** The code asked for. */
  code: number;
  /** The entry of the registry that it belongs to, which may be a range. */
  entry: CloseCodeEntry;
  /** What engines make of it; `null` where that was not measured. */
  observed: DerivedCloseCode | null;
  /** The engines that `observed` names, by id. */
  engines: DerivedCloseCodes["engines"];
}

/** A close code with what the registry and the engines make of it; `null` for what no code can be. */
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
