import { groupReports, outcomesOf } from "@wasclean/data/reported";
import type { DerivedCloseCode, Ending, Observations, Reports } from "@wasclean/schema";

/** The engines' reports of each close code that a server sends, script passes, or a `close` event has in some ending. */
export function deriveCloseCodes(
  endings: readonly Ending[],
  observations: readonly Observations[],
): DerivedCloseCode[] {
  const received = new Map(endings.flatMap(({ id, presetOf }) => (presetOf ? [[presetOf.code, id] as const] : [])));
  const passed = new Map(endings.toReversed().flatMap((ending) => passedCodesOf(ending)));
  const reported = reportedCodes(endings, observations);
  const codes = new Set([...received.keys(), ...passed.keys(), ...reported.keys()]);
  return [...codes]
    .toSorted((a, b) => a - b)
    .map((code) => ({
      code,
      received: reportsOf(received.get(code), observations),
      passedToClose: reportsOf(passed.get(code), observations),
      reportedIn: reported.get(code) ?? {},
    }));
}

/** The code that script passes to `close()` as its first step, with the ending's id; empty if its first step is another. */
function passedCodesOf({ id, client: [step], parameters }: Ending): [code: number, ending: string][] {
  if (step?.do !== "close" || step.whileConnecting || step.code === undefined) return [];
  if (typeof step.code === "number") return [[step.code, id]];
  const chosen = parameters.find(({ name, sentBy }) => name === "code" && sentBy === "client")?.default;
  return typeof chosen === "number" ? [[chosen, id]] : [];
}

function reportsOf(ending: string | undefined, observations: readonly Observations[]): Reports | null {
  if (ending === undefined) return null;
  const groups = groupReports(ending, observations).map(({ engines, outcomes }) => ({ engines, outcomes }));
  return groups.length === 0 ? null : { ending, groups };
}

/** The endings in which a `close` event had each code, with their engines. */
function reportedCodes(endings: readonly Ending[], observations: readonly Observations[]) {
  const reported = new Map<number, Record<string, string[]>>();
  for (const { id } of endings) {
    for (const { engine, results } of observations) {
      const observation = results[id];
      const codes = new Set(observation && outcomesOf(observation).map(({ code }) => code));
      for (const code of codes) {
        if (code === null) continue;
        const byEnding = reported.get(code) ?? {};
        byEnding[id] = [...(byEnding[id] ?? []), engine.id];
        reported.set(code, byEnding);
      }
    }
  }
  return reported;
}
