import type { EndingId, EngineId, Observation, Observations } from "@wasclean/schema";
import { OBSERVATIONS } from "../load/index.ts";
import { toEndingRecord } from "../tables/records.ts";
import { endingOf } from "./endings.ts";

/** What one engine was seen to do with an ending. */
export interface EngineObservation {
  /** The engine: id, name, version, operating system. */
  engine: Observations["engine"] & { id: EngineId };
  /** The day, ISO 8601. */
  observedOn: string;
  /** What was seen; `null` where it was not measured. */
  result: Observation | null;
  /** Why it was not measured; `null` where it was, or where only its presets are. */
  notMeasured: string | null;
  /** The file that says so, relative to this package. */
  source: string;
}

/**
 * What each engine was seen to do with an ending, browsers first.
 * @throws {RangeError} where there is no ending of that id.
 * @example
 * for (const { engine, result } of observationsOf("fin-no-close")) console.log(engine.name, result?.code);
 */
export function observationsOf(ending: EndingId): EngineObservation[] {
  return toEndingRecord(endingOf(ending), OBSERVATIONS).observations as EngineObservation[];
}
