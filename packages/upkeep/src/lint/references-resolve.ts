import { type DataSet, ENDINGS_FILE } from "./data-set.ts";
import type { Finding, Rule } from "./rule.ts";

/** Every ending named by another or by a computed file exists, and has the parameter that a preset fixes. */
export const referencesResolve: Rule = {
  name: "references-resolve",
  check: (data) => [...checkEndings(data), ...checkDerived(data)],
};

function checkEndings({ endings }: DataSet): Finding[] {
  const byId = new Map(endings.map((ending) => [ending.id, ending]));
  const places = endings.flatMap(({ id, presetOf, expectedForLongReason }, index) => [
    { id, name: presetOf?.ending, path: [index, "presetOf", "ending"], isPreset: true },
    { id, name: expectedForLongReason, path: [index, "expectedForLongReason"], isPreset: false },
  ]);
  return places.flatMap(({ id, name, path, isPreset }) => {
    if (name === undefined) return [];
    const remedy = "Name the id of an ending that is in this file.";
    const other = byId.get(name);
    if (other === undefined)
      return [{ file: ENDINGS_FILE, path, message: `"${id}" names "${name}", which is not an ending.`, remedy }];
    if (other.id === id) return [{ file: ENDINGS_FILE, path, message: `"${id}" names itself.`, remedy }];
    const hasCode = other.parameters.some((parameter) => parameter.name === "code");
    if (!isPreset || hasCode) return [];
    const message = `"${id}" is a preset of "${name}", which has no parameter "code".`;
    return [{ file: ENDINGS_FILE, path, message, remedy: `Give "${name}" the parameter, or remove presetOf.` }];
  });
}

function checkDerived({ endings, derivedCloseCodes, differences }: DataSet): Finding[] {
  const ids = new Set(endings.map(({ id }) => id));
  const codes = derivedCloseCodes.closeCodes.flatMap(({ received, passedToClose, reportedIn }, index) => [
    ...(["received", "passedToClose"] as const).flatMap((key) => {
      const ending = { received, passedToClose }[key]?.ending;
      return ending === undefined ? [] : [{ ending, path: ["closeCodes", index, key, "ending"] }];
    }),
    ...Object.keys(reportedIn).map((ending) => ({ ending, path: ["closeCodes", index, "reportedIn", ending] })),
  ]);
  const differing = differences.differences.map(({ ending }, index) => ({
    ending,
    path: ["differences", index, "ending"],
  }));
  const toFinding = (file: string) => (place: { ending: string; path: (string | number)[] }) => ({
    file,
    path: place.path,
    message: `"${place.ending}" is not an ending.`,
    remedy: "Run npm run generate computed.",
  });
  const isUnknown = ({ ending }: { ending: string }) => !ids.has(ending);
  return [
    ...codes.filter(isUnknown).map(toFinding("computed/close-codes.json")),
    ...differing.filter(isUnknown).map(toFinding("computed/differences.json")),
  ];
}
