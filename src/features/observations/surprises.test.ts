import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { surprises } from "./surprises.ts";

test("the home page tells the ten endings of packages/data/README.md, in its order", () => {
  const readme = readFileSync(new URL("../../../packages/data/README.md", import.meta.url), "utf8");
  const section = readme.split("## The ten most surprising endings")[1]?.split("\n## ")[0] ?? "";
  const told = [...section.matchAll(/^\| `([a-z0-9-]+)` /gm)].map(([, id]) => id);
  expect(told).toHaveLength(10);
  expect(surprises.map(({ ending }) => ending.id)).toEqual(told);
});
