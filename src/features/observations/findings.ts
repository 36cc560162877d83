import { DIFFERENCES } from "@wasclean/data/load";
import type { Difference, Ending, Observation, Outcome, ReportedField } from "@wasclean/schema";
import { engines, type MeasuredEngine } from "./engines.ts";

/** How what was seen stands to the specifications; `open` where they do not say. */
export type Verdict = "agrees" | "differs" | "open" | "not-measured";

/** What one engine does with one ending. */
export interface Finding {
  engine: MeasuredEngine;
  /** `null` where it was not measured, for `reason`. */
  observation: Observation | null;
  reason: string | null;
  verdict: Verdict;
  /** In what it differs from the specifications. */
  differsIn: readonly ReportedField[];
}

const differences = new Map<string, Difference>(
  DIFFERENCES.differences.map((difference) => [difference.ending, difference]),
);

/** In what the engines differ from each other; empty where they are alike. */
export function differencesBetweenEngines(ending: string): readonly ReportedField[] {
  return differences.get(ending)?.differsIn ?? [];
}

/** What each engine does with an ending, in the engines' order. */
export function findingsOf(ending: Ending): Finding[] {
  return engines.map((engine) => {
    const observation = engine.results[ending.id] ?? null;
    const reason = engine.notMeasured[ending.id] ?? null;
    if (observation === null) return { engine, observation, reason, verdict: "not-measured", differsIn: [] };
    return { engine, observation, reason, ...verdictOf(ending, engine.id) };
  });
}

/** An ending without a record of differences has all engines alike, and as the specifications say where they do. */
function verdictOf({ id, expected }: Ending, engine: string): Pick<Finding, "verdict" | "differsIn"> {
  const group = differences.get(id)?.groups.find(({ engines: members }) => members.includes(engine));
  const agrees = group ? group.agrees : expected === null ? null : true;
  if (agrees === null) return { verdict: "open", differsIn: [] };
  return agrees ? { verdict: "agrees", differsIn: [] } : { verdict: "differs", differsIn: group?.differsIn ?? [] };
}

/** What was seen in the runs, the most frequent first. */
export function variantsOf(observation: Observation): (Outcome & { runs: number })[] {
  return observation.variants ?? [observation];
}

/** Engines whose runs had the same outcomes, what passed on the wire left aside. */
export interface LikeEngines {
  engines: MeasuredEngine[];
  outcomes: Outcome[];
  verdict: Verdict;
}

/** The engines that were measured, those that do the same with an ending together; the larger groups first. */
export function likeEnginesOf(ending: Ending): LikeEngines[] {
  const groups = new Map<string, LikeEngines>();
  for (const { engine, observation, verdict } of findingsOf(ending)) {
    if (observation === null) continue;
    const outcomes = distinctOutcomes(observation);
    const key = outcomes.map(toKey).toSorted().join();
    const group = groups.get(key) ?? { engines: [], outcomes, verdict };
    group.engines.push(engine);
    groups.set(key, group);
  }
  return [...groups.values()].toSorted((a, b) => b.engines.length - a.engines.length);
}

/** The engines that do something else than most; none where there is no majority. */
export function minorityOf(ending: Ending): MeasuredEngine[] {
  const [most, ...others] = likeEnginesOf(ending);
  const minority = others.flatMap((group) => group.engines);
  return most !== undefined && most.engines.length > minority.length ? minority : [];
}

function distinctOutcomes(observation: Observation): Outcome[] {
  return [...new Map(variantsOf(observation).map((outcome) => [toKey(outcome), outcome])).values()];
}

const toKey = ({ events, code, reason, wasClean, throws }: Outcome) =>
  JSON.stringify([events, code, reason, wasClean, throws]);
