import type { Ending, Observation, Observations, Reported, ReportedField, ReportGroup } from "@wasclean/schema";

/** The fields of an outcome that script sees. */
export const REPORTED_FIELDS = ["events", "code", "reason", "wasClean", "throws"] as const satisfies ReportedField[];

/** The outcomes that script saw of an ending: one if all runs looked the same to script, whatever happened on the wire. */
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

/** The fields in which two outcomes differ. */
export function fieldsThatDiffer(a: Reported, b: Reported): ReportedField[] {
  return REPORTED_FIELDS.filter((field) => JSON.stringify(a[field]) !== JSON.stringify(b[field]));
}

/** The engines with an observation of an ending, grouped by equal outcomes; the largest group first. */
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

/** The outcome of an ending in the specifications, with its parameters at their defaults; `null` if they leave it open. */
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

/** A fixed value, or the value of the parameter in its place. */
function filled<T extends number | string>(
  value: T | { parameter: "code" | "reason" } | null,
  chosen: NoInfer<T>,
): T | null {
  return typeof value === "object" && value !== null ? chosen : value;
}
