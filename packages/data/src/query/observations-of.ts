import type { EndingId, EngineId, Observation, Observations } from "@wasclean/schema";
import { OBSERVATIONS } from "../load/index.ts";
import { toEndingRecord } from "../tables/records.ts";
import { endingOf } from "./endings.ts";

/** One engine's observation of an ending. */
export interface EngineObservation {
  /** The engine: id, name, version, operating system. */
  engine: Observations["engine"] & { id: EngineId };
  /** The day, ISO 8601. */
  observedOn: string;
  /** The result; `null` if not measured. */
  result: Observation | null;
  /** Why the ending was not measured; `null` if it was, or if only its presets are. */
  notMeasured: string | null;
  /** The file of the observation, relative to this package. */
  source: string;
}

/**
 * Each engine's observation of an ending, browsers first.
 * @throws {RangeError} for an unknown id.
 * @example
 * for (const { engine, result } of observationsOf("fin-no-close")) console.log(engine.name, result?.code);
 */
export function observationsOf(ending: EndingId): EngineObservation[] {
  return toEndingRecord(endingOf(ending), OBSERVATIONS).observations as EngineObservation[];
}
