import type { MeasuredEngine } from "./engines.ts";

/** How long an engine waited in an ending, in words; “over” if the lab gave up first. */
export function toWait({ results }: MeasuredEngine, ending: string): string {
  const seen = results[ending];
  if (!seen) return "not measured";
  if (seen.seconds === null) return "under 2 s";
  return seen.serverSaw.some(({ kind }) => kind === "timeout") ? `over ${seen.seconds} s` : `${seen.seconds} s`;
}
