import { ENGINE_IDS } from "@wasclean/schema";
import type { DataSet } from "./data-set.ts";
import type { Finding, Path, Rule } from "./rule.ts";

/** Keys and rows are in the order of their schema, so that a change of data changes few lines. */
export const inOrder: Rule = {
  name: "in-order",
  check: (data) => sequencesOf(data).flatMap(checkSequence),
};

/** A list of keys that must be in the order of `order`. */
interface Sequence {
  file: string;
  path: Path;
  keys: readonly string[];
  order: readonly string[];
  remedy: string;
}

function sequencesOf({ endings, observations, derivedCloseCodes, differences }: DataSet): Sequence[] {
  const order = endings.map(({ id }) => id);
  const again = "Measure the engine again: npm run measure.";
  const derive = "Run npm run generate computed.";
  const codes = derivedCloseCodes.closeCodes;
  const ascending = codes.map(({ code }) => code).toSorted((a, b) => a - b);
  const derived = { path: ["closeCodes"], keys: codes.map(({ code }) => `${code}`), order: ascending.map(String) };
  const byCode = { file: "computed/close-codes.json", remedy: derive };
  const byEnding = { file: "computed/differences.json", remedy: derive };
  const ids = differences.differences.map(({ ending }) => ending);
  return [
    ...observations.map(([file, { results }]) => ({
      file,
      path: ["results"],
      keys: Object.keys(results),
      order,
      remedy: again,
    })),
    { ...byCode, ...derived },
    ...codes.map(({ reportedIn }, index) => ({
      ...byCode,
      path: ["closeCodes", index, "reportedIn"],
      keys: Object.keys(reportedIn),
      order,
    })),
    { ...byEnding, path: ["differences"], keys: ids, order },
    { ...byCode, path: ["engines"], keys: Object.keys(derivedCloseCodes.engines), order: ENGINE_IDS },
    { ...byEnding, path: ["engines"], keys: Object.keys(differences.engines), order: ENGINE_IDS },
  ];
}

/** The first key that is out of order; another rule reports unknown keys. */
function checkSequence({ file, path, keys, order, remedy }: Sequence): Finding[] {
  const places = keys.map((key) => order.indexOf(key));
  const index = places.findIndex((place, at) => place !== -1 && place < (places[at - 1] ?? -1));
  if (index === -1) return [];
  const isRecord = path.at(-1) === "results" || path.at(-1) === "reportedIn" || path.at(-1) === "engines";
  const key = isRecord ? String(keys[index]) : index;
  return [{ file, path: [...path, key], message: `"${keys[index]}" belongs before "${keys[index - 1]}".`, remedy }];
}
