import type { Observation } from "@wasclean/schema";
import { type Engine, findDetails, measurements } from "./ending-details.ts";

export type { Engine };

/** One engine's observation of an ending; else why it was not measured, where that is known. */
export interface EngineObservation {
  engine: Engine;
  observation: Observation | null;
  reason: string | null;
}

/** Every engine that was measured, browsers first. */
export const { engines } = measurements;

/** Each engine's observation of an ending, or of its preset with a code; empty for an unknown ending. */
export function observationsOf(ending: string | null, code: number | null = null): EngineObservation[] {
  const seen = findDetails(ending, code)?.seen ?? [];
  return seen.map((found, index) => ({
    engine: engines[index] as Engine,
    observation: typeof found === "string" ? null : found,
    reason: typeof found === "string" ? found : null,
  }));
}

/**
 * The measured engine of a browser, by `navigator.userAgent`, and its major version, empty where the string does not
 * tell it. `null` for every other browser, such as Safari: WebKitGTK shares its engine, but not its network library.
 */
export function engineOf(userAgent: string): { engine: Engine; major: string } | null {
  for (const engine of engines) {
    const found = engine.userAgent === null ? null : RegExp(engine.userAgent).exec(userAgent);
    if (found) return { engine, major: `${found[1]}` };
  }
  return null;
}
