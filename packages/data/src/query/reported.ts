import type { Ending, Observation, Observations, Reported, ReportedField, ReportGroup } from "@wasclean/schema";

/** What script sees of an ending, field by field. */
export const REPORTED_FIELDS = ["events", "code", "reason", "wasClean", "throws"] as const satisfies ReportedField[];

/** What script saw of an ending: once where all runs were alike to it, whatever they were on the wire. */
export function outcomesOf(observation: Observation): Reported[] {
  const outcomes = (observation.variants ?? [observation]).map(toReported);
  return outcomes.filter((outcome, index) => outcomes.findIndex((other) => isSame(other, outcome)) === index);
}

const toReported = ({ events, code, reason, wasClean, throws }: Reported): Reported => ({
  events,
  code,
  reason,
  wasClean,
  throws,
});

const isSame = (a: Reported, b: Reported) => fieldsThatDiffer(a, b).length === 0;

/** The fields in which two outcomes are not the same. */
export function fieldsThatDiffer(a: Reported, b: Reported): ReportedField[] {
  return REPORTED_FIELDS.filter((field) => JSON.stringify(a[field]) !== JSON.stringify(b[field]));
}

/** Engines of which there is an observation of an ending, those with the same outcomes together; the largest group first. */
export function groupReports(ending: string, observations: readonly Observations[]): ReportGroup[] {
  const groups = new Map<string, ReportGroup>();
  for (const { engine, results } of observations) {
    const observation = results[ending];
    if (observation === undefined) continue;
    const outcomes = outcomesOf(observation);
    const texts = outcomes.map((outcome) => JSON.stringify(outcome));
    const key = texts.toSorted().join();
    const group = groups.get(key) ?? { engines: [], outcomes };
    group.engines.push(engine.id);
    groups.set(key, group);
  }
  return [...groups.values()].toSorted((a, b) => b.engines.length - a.engines.length);
}

/** What the specifications say of an ending with its parameters at their defaults; `null` where they leave it open. */
export function expectedOf({ expected, expectedForCodes, parameters, presetOf }: Ending): Reported | null {
  if (expected === null) return null;
  const defaults = Object.fromEntries(parameters.map(({ name, default: value }) => [name, value]));
  const code = presetOf?.code ?? defaults.code;
  const isCovered = expectedForCodes?.some(([first, last]) => first <= Number(code) && Number(code) <= last) ?? true;
  if (!isCovered) return null;
  return {
    events: expected.events,
    code: filled(expected.code, Number(code)),
    reason: filled(expected.reason, String(defaults.reason)),
    wasClean: expected.wasClean,
    throws: expected.throws ?? null,
  };
}

/** A value that is fixed, or the one chosen for the parameter that stands in its place. */
function filled<T extends number | string>(
  value: T | { parameter: "code" | "reason" } | null,
  chosen: NoInfer<T>,
): T | null {
  return typeof value === "object" && value !== null ? chosen : value;
}
