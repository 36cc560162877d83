import type { Observation } from "@wasclean/schema";
import { findDetails } from "./ending-details.ts";
import { engineTable } from "./engine-data.ts";

/** An engine that was measured. */
export interface Engine {
  /** As in `data/observations/<id>.json`. */
  id: string;
  /** Its name for people. */
  name: string;
  version: string;
  /** Operating system with its version, and architecture. */
  os: string;
  /** ISO 8601, the day. */
  observedOn: string;
  /** What else one must know to read the results; else `null`. */
  note: string | null;
}

/** What one engine was seen to do with an ending; else why it was not measured, where that is known. */
export interface EngineObservation {
  engine: Engine;
  observation: Observation | null;
  reason: string | null;
}

/** Every engine that was measured. */
export const engines: readonly Engine[] = engineTable.map(
  ([id = "", name = "", version = "", os = "", observedOn = "", note = null]) => {
    return { id, name, version, os, observedOn, note };
  },
);

/** What each engine was seen to do with an ending, or with its preset of that code; empty where there is no such ending. */
export function observationsOf(ending: string | null, code: number | null = null): EngineObservation[] {
  const seen = findDetails(ending, code)?.seen ?? [];
  return seen.map((found, index) => ({
    engine: engines[index] as Engine,
    observation: typeof found === "string" ? null : found,
    reason: typeof found === "string" ? found : null,
  }));
}

/** How each engine names itself, and its version's first number; what borrows the name of another is left out. */
const userAgents: readonly (readonly [id: string, pattern: RegExp])[] = [
  ["chromium", /^(?!.* Edge\/).*Chrom(?:e|ium)\/(\d+)/],
  ["firefox", /^(?!.*SeaMonkey).*Firefox\/(\d+)/],
  // The number after Version/ is that of a Safari, not WebKitGTK's own.
  ["webkitgtk", /^(?!.*Chrom).*X11;.* Linux.*AppleWebKit.* Version\/()/],
];

/** The measured engine that runs a browser, by `navigator.userAgent`, and the first number of its version, empty where it does not tell; `null` for every other, such as Safari: WebKitGTK has its engine, and not its network library. */
export function engineOf(userAgent: string): { id: string; major: string } | null {
  for (const [id, pattern] of userAgents) {
    const found = pattern.exec(userAgent);
    if (found) return { id, major: `${found[1]}` };
  }
  return null;
}

/** The id of that engine, or `null`. */
export function findEngineOfThisBrowser(userAgent: string): string | null {
  return engineOf(userAgent)?.id ?? null;
}
