import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readFolder, readJson } from "../generate/read-json.ts";
import type { Ids } from "./to-ids.ts";

const id = z.string().min(1);

// The ids are read before the schemas, which are made of them.
const Compat = z.object({ name: id, features: z.record(id, z.unknown()) });
const Engines = z.object({ engines: z.array(z.object({ id })).min(1) });
const Group = z.object({
  group: id,
  order: z.int(),
  endings: z.array(z.object({ id, connectsTo: z.string() })).min(1),
});

/** The endings for which no server is needed. */
const WITHOUT_LAB = new Set(["closed-port", "unknown-host"]);

/**
 * The ids in a data folder.
 * @throws {Error} where a file cannot be read or has no ids.
 */
export function readIds(folder: string): Ids {
  const groups = readFolder(folder, "endings", Group).toSorted((a, b) => a.order - b.order);
  const engines = readJson(folder, "engines.json", Engines).engines.map((engine) => engine.id);
  return {
    compat: readFolder(folder, "compat", Compat).map(({ name, features }) => ({
      name,
      features: Object.keys(features),
    })),
    engines,
    // A new engine has no file before it is measured, and measuring loads the data.
    measured: engines.filter((engine) => existsSync(join(folder, "observations", `${engine}.json`))),
    groups: groups.map(({ group, endings }) => ({
      group,
      endings: endings.map((ending) => ending.id),
      served: endings.filter(({ connectsTo }) => !WITHOUT_LAB.has(connectsTo)).map((ending) => ending.id),
    })),
  };
}
