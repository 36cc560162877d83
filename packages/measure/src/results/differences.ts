import type { Observation, Observations, Outcome } from "@wasclean/schema";
import { isSameOutcome } from "./outcome.ts";

/** A difference between an ending as measured now and as published. */
export interface Difference {
  ending: string;
  /** The differing member, such as `code`, or another reason. */
  what: string;
  published: string;
  now: string;
}

/** The outcomes that an observation allows: its variants, or itself. */
const outcomesOf = (observation: Observation): readonly Outcome[] => observation.variants ?? [observation];

/** Whether at least one of the new outcomes is a published one. */
export function isPublished(published: Observation | undefined, now: Observation): boolean {
  const allowed = published === undefined ? [] : outcomesOf(published).map(plain);
  return outcomesOf(now).some((outcome) => allowed.some((candidate) => isSameOutcome(candidate, plain(outcome))));
}

/** The differences in one ending: every new outcome must be a published one. */
export function compareObservation(ending: string, published: Observation | undefined, now: Observation): Difference[] {
  if (published === undefined) return [{ ending, what: "observation", published: "none", now: describe(now) }];
  const allowed = outcomesOf(published).map(plain);
  return outcomesOf(now)
    .map(plain)
    .filter((outcome) => !allowed.some((candidate) => isSameOutcome(candidate, outcome)))
    .flatMap((outcome) => membersThatDiffer(ending, allowed[0] as Outcome, outcome));
}

/** An observation without its members about all runs. */
function plain({ events, code, reason, wasClean, throws, seconds, serverSaw }: Outcome): Outcome {
  return { events, code, reason, wasClean, throws, seconds, serverSaw };
}

function membersThatDiffer(ending: string, published: Outcome, now: Outcome): Difference[] {
  const names = Object.keys(now) as (keyof Outcome)[];
  return names
    .map((what) => ({ ending, what, published: JSON.stringify(published[what]), now: JSON.stringify(now[what]) }))
    .filter((difference) => difference.published !== difference.now);
}

const describe = ({ events, code }: Outcome) => `${events.join(" ")} ${code}`;

/** A sentence about a changed version of an engine, or `null`: differences in a new version are news, not failures. */
export function versionChange(published: Observations, version: string): string | null {
  const { name, version: before } = published.engine;
  return before === version ? null : `${name} was ${before} when it was measured, and is ${version} now.`;
}
