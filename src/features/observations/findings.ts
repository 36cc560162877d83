import { DIFFERENCES } from "@wasclean/data/load";
import type { Difference, Ending, Observation, Outcome, ReportedField } from "@wasclean/schema";
import { engines, type MeasuredEngine } from "./engines.ts";

/** How an observation compares with the specifications; `open` if they do not say. */
export type Verdict = "agrees" | "differs" | "open" | "not-measured";

/** One engine's behaviour in one ending. */
export interface Finding {
  engine: MeasuredEngine;
  /** `null` if it was not measured; `reason` says why. */
  observation: Observation | null;
  reason: string | null;
  verdict: Verdict;
  /** The fields that differ from the specifications. */
  differsIn: readonly ReportedField[];
}

const differences = new Map<string, Difference>(
  DIFFERENCES.differences.map((difference) => [difference.ending, difference]),
);

/** The fields in which engines differ from each other; empty if they agree. */
export function differencesBetweenEngines(ending: string): readonly ReportedField[] {
  return differences.get(ending)?.differsIn ?? [];
}

/** Each engine's behaviour in an ending, in the engines' order. */
export function findingsOf(ending: Ending): Finding[] {
  return engines.map((engine) => {
    const observation = engine.results[ending.id] ?? null;
    const reason = engine.notMeasured[ending.id] ?? null;
    if (observation === null) return { engine, observation, reason, verdict: "not-measured", differsIn: [] };
    return { engine, observation, reason, ...verdictOf(ending, engine.id) };
  });
}

/** Without a record of differences, all engines agree with each other, and with the specifications if those say anything. */
function verdictOf({ id, expected }: Ending, engine: string): Pick<Finding, "verdict" | "differsIn"> {
  const group = differences.get(id)?.groups.find(({ engines: members }) => members.includes(engine));
  const agrees = group ? group.agrees : expected === null ? null : true;
  if (agrees === null) return { verdict: "open", differsIn: [] };
  return agrees ? { verdict: "agrees", differsIn: [] } : { verdict: "differs", differsIn: group?.differsIn ?? [] };
}

/** The outcomes of the runs, the most frequent first. */
export function variantsOf(observation: Observation): (Outcome & { runs: number })[] {
  return observation.variants ?? [observation];
}

/** Engines whose runs had the same outcomes, regardless of the bytes on the wire. */
export interface LikeEngines {
  engines: MeasuredEngine[];
  outcomes: Outcome[];
  verdict: Verdict;
}

/** The measured engines grouped by their outcomes in an ending, the largest group first. */
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

/** Engines that differ from the majority; empty if there is none. */
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
