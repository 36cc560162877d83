import type { DataSet } from "./data-set.ts";
import type { Finding, Rule } from "./rule.ts";

/** Every measured ending has either a result or the reason why it has none. */
export const observationsHaveEndings: Rule = {
  name: "observations-have-endings",
  check: (data) => data.observations.flatMap(([file, observations]) => checkFile(data, file, observations)),
};

function checkFile(
  { endings }: DataSet,
  file: string,
  { results, notMeasured }: DataSet["observations"][number][1],
): Finding[] {
  const withPresets = new Set(endings.map(({ presetOf }) => presetOf?.ending));
  const measured = endings.filter(({ id }) => !withPresets.has(id)).map(({ id }) => id);
  const remedy = "Measure the engine again: npm run measure.";
  const unknown = (["results", "notMeasured"] as const).flatMap((key) =>
    Object.keys({ results, notMeasured }[key])
      .filter((id) => !measured.includes(id))
      .map((id) => ({ file, path: [key, id], message: `"${id}" is not a measured ending.`, remedy })),
  );
  const twice = Object.keys(notMeasured)
    .filter((id) => Object.hasOwn(results, id))
    .map((id) => ({ file, path: ["notMeasured", id], message: `"${id}" has a result too.`, remedy }));
  const missing = measured
    .filter((id) => !Object.hasOwn(results, id) && !Object.hasOwn(notMeasured, id))
    .map((id) => ({ file, path: ["results"], message: `"${id}" has neither a result nor a reason.`, remedy }));
  return [...unknown, ...twice, ...missing];
}
