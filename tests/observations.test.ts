import { readdirSync, readFileSync } from "node:fs";
import { type Ending, EndingsSchema, ObservationsSchema } from "@wasclean/schema";
import { describe, expect, test } from "vitest";
import { evidenceOf } from "./evidence.ts";

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(`../data/${path}`, import.meta.url), "utf8"));
const endings: Ending[] = EndingsSchema.parse(read("endings.json"));
const withPresets = new Set(endings.map(({ presetOf }) => presetOf?.ending));
const measured = endings.filter(({ id }) => !withPresets.has(id)).map(({ id }) => id);
const files = readdirSync(new URL("../data/observations/", import.meta.url));

test("every engine has been measured", () => {
  const engines = ["bun", "chromium", "deno", "firefox", "node", "webkitgtk", "workerd", "ws"];
  expect(files.toSorted()).toEqual(engines.map((id) => `${id}.json`));
});

describe.each(files)("%s", (file) => {
  const observations = ObservationsSchema.parse(read(`observations/${file}`));

  test("has a result or a reason for every ending, in the order of endings.json", () => {
    const { engine, results, notMeasured } = observations;
    expect(`${engine.id}.json`).toBe(file);
    expect(new Set([...Object.keys(results), ...Object.keys(notMeasured)])).toEqual(new Set(measured));
    expect(Object.keys(results)).toEqual(measured.filter((id) => results[id] !== undefined));
  });

  test("counts its runs, and names variants just where runs differ", () => {
    for (const [id, { runs, stable, variants }] of Object.entries(observations.results)) {
      expect(variants === undefined, id).toBe(stable);
      if (variants) expect(variants.reduce((sum, variant) => sum + variant.runs, 0)).toBe(runs);
    }
  });
});

describe("the ten most surprising endings in packages/data/README.md", () => {
  const readme = readFileSync(new URL("../packages/data/README.md", import.meta.url), "utf8");
  const section = readme.split("## The ten most surprising endings")[1]?.split("\n## ")[0] ?? "";
  const rows = [...section.matchAll(/^\| `([a-z0-9-]+)` +\| [^|]+ \| ([^|]+?) +\|$/gm)];

  test("are ten", () => expect(rows).toHaveLength(10));

  test.each(rows.map(([, id = "", evidence = ""]): [string, string] => [id, evidence]))(
    "%s is as observed",
    (id, evidence) => expect(evidence).toBe(evidenceOf(id)),
  );
});
