import { readFileSync } from "node:fs";
import { OBSERVATIONS } from "@wasclean/data/load";
import { describe, expect, test } from "vitest";
import { evidenceOf } from "./evidence.ts";

test.each(OBSERVATIONS)("$engine.name: runs are counted, and variants named just where they differ", ({ results }) => {
  for (const [id, { runs, stable, variants }] of Object.entries(results)) {
    expect(variants === undefined, id).toBe(stable);
    if (variants) expect(variants.reduce((sum, variant) => sum + variant.runs, 0)).toBe(runs);
  }
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
