import type { DataSet } from "./data-set.ts";
import type { Path } from "./rule.ts";

/** A place in a computed file that names an engine. */
export interface EngineReference {
  file: string;
  path: Path;
  engine: string;
}

/** Every place in the computed files that names an engine by its id. */
export function engineReferences({ derivedCloseCodes, differences }: DataSet): EngineReference[] {
  const codes = derivedCloseCodes.closeCodes.flatMap((entry, index) => [
    ...(["received", "passedToClose"] as const).flatMap((key) =>
      (entry[key]?.groups ?? []).flatMap(({ engines }, number) =>
        idsAt(["closeCodes", index, key, "groups", number, "engines"], engines),
      ),
    ),
    ...Object.entries(entry.reportedIn).flatMap(([ending, ids]) =>
      idsAt(["closeCodes", index, "reportedIn", ending], ids),
    ),
  ]);
  const groups = differences.differences.flatMap((difference, index) =>
    difference.groups.flatMap(({ engines, seconds }, number) => {
      const path = ["differences", index, "groups", number];
      return [...idsAt([...path, "engines"], engines), ...keysAt([...path, "seconds"], seconds)];
    }),
  );
  return [
    ...[...keysAt(["engines"], derivedCloseCodes.engines), ...codes].map(inFile("computed/close-codes.json")),
    ...[...keysAt(["engines"], differences.engines), ...groups].map(inFile("computed/differences.json")),
  ];
}

type Place = Omit<EngineReference, "file">;

const inFile = (file: string) => (place: Place) => ({ file, ...place });
const keysAt = (path: Path, record: object = {}): Place[] =>
  Object.keys(record).map((engine) => ({ path: [...path, engine], engine }));
const idsAt = (path: Path, ids: readonly string[]): Place[] =>
  ids.map((engine, index) => ({ path: [...path, index], engine }));
