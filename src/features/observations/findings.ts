import { DIFFERENCES, OBSERVATIONS } from "@wasclean/data/load";
import { groupReports } from "@wasclean/data/reported";
import type { Verdict } from "@wasclean/data/words";
import type { Difference, Ending, Observation, Outcome, Reported, ReportedField } from "@wasclean/schema";
import { engines, type MeasuredEngine } from "./engines.ts";

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
  outcomes: Reported[];
  verdict: Verdict;
}

/** The measured engines grouped by their outcomes in an ending, the largest group first. */
export function likeEnginesOf(ending: Ending): LikeEngines[] {
  const findings = findingsOf(ending);
  return groupReports(ending.id, OBSERVATIONS).map(({ engines: ids, outcomes }) => {
    const members = findings.filter(({ engine }) => ids.includes(engine.id));
    return { engines: members.map(({ engine }) => engine), outcomes, verdict: members[0]?.verdict ?? "not-measured" };
  });
}

/** Engines that differ from the majority; empty if there is none. */
export function minorityOf(ending: Ending): MeasuredEngine[] {
  const [most, ...others] = likeEnginesOf(ending);
  const minority = others.flatMap((group) => group.engines);
  return most !== undefined && most.engines.length > minority.length ? minority : [];
}
