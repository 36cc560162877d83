import { OBSERVATIONS } from "@wasclean/data/load";
import { expect, test } from "vitest";

test.each(OBSERVATIONS)("$engine.name: runs are counted, and variants named just where they differ", ({ results }) => {
  for (const [id, { runs, stable, variants }] of Object.entries(results)) {
    expect(variants === undefined, id).toBe(stable);
    if (variants) expect(variants.reduce((sum, variant) => sum + variant.runs, 0)).toBe(runs);
  }
});
