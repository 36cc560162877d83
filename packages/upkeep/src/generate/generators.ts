import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DATA, ROOT } from "./read-json.ts";

/** A generator of files from the data or the schemas. */
export interface Generator {
  name: string;
  /** Globs of the files read, relative to the project's folder. */
  inputs: readonly string[];
  /** Globs of the files written, relative to the project's folder. */
  outputs: readonly string[];
  /** Returns the outputs' texts by path, relative to the project's folder. The same inputs make the same bytes. */
  run(): Promise<ReadonlyMap<string, string>>;
  /** Describes the changes between two texts of an output, a line each. Default: only that it changed. */
  describe?(before: string, after: string): Promise<string[]>;
}

const IDS = "packages/schema/src/ids.ts";
const README = "packages/data/README.md";
const FIELDS = "packages/data/fields.md";

/** Prefixes the names of texts with their folder. */
const inFolder = (folder: string, texts: Iterable<readonly [name: string, text: string]>) =>
  new Map([...texts].map(([name, text]) => [join(folder, name), text]));

/**
 * All generators, each after those whose outputs it reads. Each loads its modules when it runs, because they may import
 * a file that an earlier one writes.
 */
export const GENERATORS: readonly Generator[] = [
  {
    name: "ids",
    inputs: ["data/compat/*.json", "data/endings/*.json", "data/engines.json"],
    outputs: [IDS],
    async run() {
      const { readIds } = await import("../ids/read-ids.ts");
      const { toIds } = await import("../ids/to-ids.ts");
      return new Map([[IDS, toIds(readIds(DATA))]]);
    },
  },
  {
    name: "data-modules",
    inputs: ["data/endings/*.json", "data/engines.json"],
    outputs: ["packages/data/src/load/{endings,observations}.ts"],
    async run() {
      const { readIds } = await import("../ids/read-ids.ts");
      const { toDataModules } = await import("../ids/to-data-modules.ts");
      return inFolder("packages/data/src/load", toDataModules(readIds(DATA)));
    },
  },
  {
    name: "json-schema",
    inputs: ["packages/schema/src/*.ts"],
    outputs: ["data/json-schema/*.json"],
    async run() {
      const { jsonSchemaTexts } = await import("../json-schema/json-schemas.ts");
      return inFolder("data/json-schema", jsonSchemaTexts());
    },
  },
  {
    name: "compat",
    inputs: ["node_modules/{@mdn/browser-compat-data,web-features}", "data/archive.json", "data/{pages,wiki}/**/*"],
    outputs: ["data/compat/*.json", "data/browsers.json", "data/computed/drift.json"],
    async run() {
      const { generateFiles, RECORDED } = await import("../compat/generate-files.ts");
      const { readBrowserCompatData, readWebFeatures, readWikiPage } = await import("../compat/read-inputs.ts");
      const files = generateFiles(readBrowserCompatData(), readWebFeatures(), readWikiPage(RECORDED.slug));
      return inFolder(
        "data",
        files.map(({ path, text }) => [path, text]),
      );
    },
    async describe(before, after) {
      const { describeTexts } = await import("../compat/describe-changes.ts");
      return describeTexts(before, after);
    },
  },
  {
    name: "computed",
    inputs: ["data/endings/*.json", "data/observations/*.json"],
    outputs: ["data/computed/{close-codes,differences}.json"],
    async run() {
      const { derive } = await import("../computed/derive.ts");
      const { readEndings, readObservations } = await import("./read-data.ts");
      return inFolder("data/computed", derive(readEndings(), readObservations()));
    },
  },
  {
    name: "playground-facts",
    inputs: ["data/endings/*.json", "data/engines.json", "data/observations/*.json", "packages/schema/src/run.ts"],
    outputs: ["packages/playground/src/{facts,actions}/*.json"],
    async run() {
      const { formatJson } = await import("./format-json.ts");
      const { readEndings, readEngines, readGroups, readObservations } = await import("./read-data.ts");
      const { toEndingsFile } = await import("../playground/to-endings-file.ts");
      const { toMeasurementsFile } = await import("../playground/to-measurements-file.ts");
      const { toRunSchema } = await import("../playground/to-run-schema.ts");
      const endings = readEndings();
      return inFolder("packages/playground/src", [
        ["facts/endings.json", formatJson(toEndingsFile(endings, readGroups()))],
        ["facts/measurements.json", formatJson(toMeasurementsFile(endings, readObservations(), readEngines()))],
        ["actions/run-schema.json", formatJson(toRunSchema())],
      ]);
    },
  },
  {
    name: "custom-elements",
    inputs: ["packages/playground/src/{define,playground/*,run/{playground-events,shown-run}}.ts"],
    outputs: ["packages/playground/custom-elements.json"],
    async run() {
      const { toManifest } = await import("../custom-elements/to-manifest.ts");
      return new Map([["packages/playground/custom-elements.json", toManifest()]]);
    },
  },
  {
    name: "field-reference",
    inputs: ["packages/schema/src/*.ts"],
    outputs: [FIELDS],
    async run() {
      const { fieldsPage } = await import("../field-reference/fields-page.ts");
      return new Map([[FIELDS, fieldsPage()]]);
    },
  },
  {
    name: "surprises",
    inputs: ["data/surprises.json", "data/engines.json", "data/observations/*.json"],
    outputs: [README],
    async run() {
      const { withSurprises } = await import("../surprises/surprises-section.ts");
      const { readEngines, readObservations, readSurprises } = await import("./read-data.ts");
      const facts = { surprises: readSurprises(), engines: readEngines(), observations: readObservations() };
      return new Map([[README, withSurprises(readFileSync(join(ROOT, README), "utf8"), facts)]]);
    },
  },
];
