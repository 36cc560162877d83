/** What the types of JSON files need to know of the data. */
export interface Keys {
  /** The ids of all endings. */
  endings: readonly string[];
  /** The names of all browsers. */
  browsers: readonly string[];
}

/**
 * The declarations of a JSON file of the data: the types of its records, with the keys that it has.
 * @throws {Error} for a file of which it is not known what its types are.
 */
export function toJsonTypes(file: string, content: unknown, keys: Keys): string {
  const [folder = ""] = file.split("/");
  const toType = TYPES[file] ?? TYPES[folder];
  if (toType === undefined)
    throw new Error(`${file}: say in packages/release/src/data/json-types.ts what its types are`);
  const type = toType(content as never, keys);
  const root = file === folder ? "./" : "../";
  return [
    `import type * as schema from "${root}schema.js";`,
    `declare const data: ${type};`,
    "export = data;",
    "",
  ].join("\n");
}

interface CompatContent {
  name: string;
  features: Record<string, { support: object }>;
}

interface ObservationsContent {
  results: object;
  notMeasured: object;
}

/** The type of each file, or of all in a folder. */
const TYPES: Record<string, (content: never, keys: Keys) => string> = {
  "browsers.json": () => 'Omit<schema.Browsers, "browsers"> & { browsers: Required<schema.Browsers["browsers"]> }',
  "close-codes.json": () => "schema.CloseCodes",
  "endings.json": () => "(schema.Ending & { id: schema.EndingId })[]",
  "engines.json": () =>
    'Omit<schema.Engines, "engines"> & { engines: (Omit<schema.Engine, "id"> & { id: schema.EngineId })[] }',
  compat: toCompatType,
  "computed/close-codes.json": () => withEngines("schema.DerivedCloseCodes"),
  "computed/differences.json": () => withEngines("schema.Differences"),
  "computed/drift.json": ({ drift }: { drift: object }) =>
    `Omit<schema.DriftFile, "drift"> & { drift: Record<${toUnion(drift)}, schema.DriftFile["drift"][string]> }`,
  observations: toObservationsType,
};

function toCompatType({ name, features }: CompatContent, { browsers }: Keys): string {
  const members = Object.entries(features).map(
    ([key, { support }]) =>
      `  ${JSON.stringify(key)}: schema.FeatureIn<${toUnion(support, browsers, "schema.BrowserName")}>;\n`,
  );
  return `Omit<schema.Compat, "name" | "features"> & { name: "${name}"; features: {\n${members.join("")}} }`;
}

const withEngines = (type: string) =>
  `Omit<${type}, "engines"> & { engines: Record<schema.EngineId, schema.ObservedEngine> }`;

/** The published file says where its JSON Schema is: see `write-json.ts`. */
function toObservationsType({ results, notMeasured }: ObservationsContent, { endings }: Keys): string {
  return `Omit<schema.Observations, "results" | "notMeasured"> & {
  $schema: string;
  results: Record<${toUnion(results, endings, "schema.EndingId")}, schema.Observation>;
  notMeasured: Record<${toUnion(notMeasured)}, string>;
}`;
}

/** The keys of a record as a union; where a named union has them and few others, as that without those. */
function toUnion(record: object, all: readonly string[] = [], name = ""): string {
  if (all.length === 0) return toLiterals(Object.keys(record)) || "never";
  const missing = all.filter((key) => !Object.hasOwn(record, key));
  return missing.length === 0 ? name : `Exclude<${name}, ${toLiterals(missing)}>`;
}

const toLiterals = (keys: readonly string[]) => keys.map((key) => JSON.stringify(key)).join(" | ");
