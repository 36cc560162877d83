import { findDetails } from "../facts/ending-details.ts";
import { type SequenceRow, toSequence } from "../sequence/sequence-model.ts";
import { recordingOf } from "./recorded.ts";

/**
 * An engine's recording of an ending (or of its preset with a code), as rows for `toSvgText()`: without
 * times, and of the server in words only. `null` where there is no recording.
 */
export function sequenceOfRecording(engine: string, ending: string, code: number | null = null): SequenceRow[] | null {
  const recording = recordingOf(engine, ending, code);
  return recording && toSequence(recording, findDetails(ending, code)?.server);
}
