import { readdirSync } from "node:fs";
import { ENGINE_IDS } from "@wasclean/schema/ids";
import { expect, test } from "vitest";
import { ENGINES } from "./engines.ts";

test("each engine of the data has a module of its own, and each module an engine", () => {
  expect(ENGINES.map(({ id }) => id)).toEqual([...ENGINE_IDS]);
  const modules = readdirSync(new URL("engines/", import.meta.url)).map((file) => file.replace(/\.ts$/, ""));
  expect(modules.toSorted(), "name a module after its engine's id in data/engines.json").toEqual(
    [...ENGINE_IDS].toSorted(),
  );
});
