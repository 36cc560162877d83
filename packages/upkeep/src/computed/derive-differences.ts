import { expectedOf, fieldsThatDiffer, groupReports, REPORTED_FIELDS } from "@wasclean/data/reported";
import type { Difference, Ending, EngineGroup, Observations, Reported } from "@wasclean/schema";

/** The endings in which engines differ from each other or from the specifications; each observed engine is in one group. */
export function deriveDifferences(endings: readonly Ending[], observations: readonly Observations[]): Difference[] {
  return endings.flatMap((ending) => {
    const expected = expectedOf(ending);
    const groups = groupsOf(ending.id, expected, observations);
    if (groups.length < 2 && groups.every(({ agrees }) => agrees !== false)) return [];
    const outcomes = groups.flatMap((group) => group.outcomes);
    const differsIn = groups.length < 2 ? [] : differingFields(outcomes, outcomes.slice(0, 1));
    const inferred = ending.inferred ? { inferred: ending.inferred } : {};
    return [{ ending: ending.id, expected, ...inferred, differsIn, groups }];
  });
}

function groupsOf(id: string, expected: Reported | null, observations: readonly Observations[]): EngineGroup[] {
  return groupReports(id, observations)
    .map((group): EngineGroup => {
      const differsIn = expected === null ? [] : differingFields(group.outcomes, [expected]);
      const agrees = expected === null ? null : differsIn.length === 0;
      const seconds = secondsOf(
        id,
        observations.filter(({ engine }) => group.engines.includes(engine.id)),
      );
      return { ...group, agrees, differsIn, ...(Object.keys(seconds).length > 0 ? { seconds } : {}) };
    })
    .toSorted((a, b) => Number(b.agrees) - Number(a.agrees));
}

function differingFields(outcomes: readonly Reported[], others: readonly Reported[]) {
  const found = new Set(outcomes.flatMap((outcome) => others.flatMap((other) => fieldsThatDiffer(outcome, other))));
  return REPORTED_FIELDS.filter((field) => found.has(field));
}

/** The range of times, which is reported but not compared: specifications set none, and it depends on the computer. */
function secondsOf(id: string, observations: readonly Observations[]): Record<string, number> {
  const timed = observations.map(({ engine, results }) => [engine.id, results[id]?.seconds ?? null] as const);
  return Object.fromEntries(timed.filter((entry): entry is [string, number] => entry[1] !== null));
}
