import { readFileSync } from "node:fs";
import { CloseEventPlayground } from "@wasclean/playground";
import { expect, test } from "vitest";
import manifest from "../packages/playground/custom-elements.json" with { type: "json" };

const declaration = manifest.modules[0]?.declarations?.[0];
const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const namesOf = (list: { name: string }[] | undefined) => (list ?? []).map(({ name }) => name).toSorted();

test("the manifest names the attributes that the element observes", () => {
  // `lab` is read when it is needed.
  expect(namesOf(declaration?.attributes)).toEqual([...CloseEventPlayground.observedAttributes, "lab"].toSorted());
});

test("the manifest names the events that the element fires", () => {
  const fired = [
    ...read("../packages/playground/src/run/playground-events.ts").matchAll(/^ {2}"(wasclean:[a-z]+)":/gm),
  ].map(([, name = ""]) => name);
  expect(namesOf(declaration?.events)).toEqual(fired.toSorted());
});

test("the manifest names the custom properties that the styles read", () => {
  const used = read("../packages/playground/src/ui/host-styles.ts").match(/--wasclean-[a-z-]+/g) ?? [];
  expect(namesOf(declaration?.cssProperties)).toEqual([...new Set(used)].toSorted());
});
