import { ENGINE_IDS } from "@wasclean/schema";
import type { DataSet } from "./data-set.ts";
import { engineReferences } from "./engine-references.ts";
import type { Finding, Rule } from "./rule.ts";

/** Every observed engine is in data/engines.json, its file is named after it, every engine there is observed, and computed files name observed engines only. */
export const enginesExist: Rule = {
  name: "engines-exist",
  check: (data) => [...checkFiles(data), ...checkMeasured(data), ...checkDerived(data)],
};

function checkFiles({ observations }: DataSet): Finding[] {
  return observations.flatMap(([file, { engine }]) => {
    const path = ["engine", "id"];
    if (!(ENGINE_IDS as readonly string[]).includes(engine.id)) {
      const remedy = `It is one of ${ENGINE_IDS.join(", ")}; add a new one to data/engines.json, and run npm run generate.`;
      return [{ file, path, message: `No engine "${engine.id}" is measured.`, remedy }];
    }
    if (file === `observations/${engine.id}.json`) return [];
    const remedy = `Name the file observations/${engine.id}.json, or measure again: npm run measure.`;
    return [{ file, path, message: `The file holds the engine "${engine.id}".`, remedy }];
  });
}

function checkMeasured({ engines, observations }: DataSet): Finding[] {
  return engines.flatMap(({ id }, index) => {
    if (observations.some(([, { engine }]) => engine.id === id)) return [];
    const remedy = `Run npm run measure -- --engine ${id}, then npm run generate.`;
    return [{ file: "engines.json", path: ["engines", index, "id"], message: `"${id}" was not measured.`, remedy }];
  });
}

function checkDerived(data: DataSet): Finding[] {
  const observed = new Set(data.observations.map(([, { engine }]) => engine.id));
  return engineReferences(data)
    .filter(({ engine }) => !observed.has(engine))
    .map(({ file, path, engine }) => {
      const message = `"${engine}" has no observations.`;
      return { file, path, message, remedy: "Run npm run generate computed." };
    });
}
