import { readFileSync } from "node:fs";
import { SURPRISES } from "@wasclean/data/load";
import { expect, test } from "vitest";
import { surprises } from "./surprises.ts";

test("the home page and packages/data/README.md tell the surprises of the data, in its order", () => {
  const readme = readFileSync(new URL("../../../packages/data/README.md", import.meta.url), "utf8");
  const section = readme.split("## The ten most surprising endings")[1]?.split("\n## ")[0] ?? "";
  const told = [...section.matchAll(/^\| `([a-z0-9-]+)` +\| (.*?) +\|/gm)].map(([, ending, text]) => ({
    ending,
    text,
  }));
  expect(told).toEqual(SURPRISES.map(({ ending, text }) => ({ ending, text })));
  expect(surprises.map(({ ending }) => ending.id)).toEqual(told.map(({ ending }) => ending));
});
