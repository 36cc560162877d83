import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import scripts from "./install-scripts.json" with { type: "json" };

const ROOT = resolve(import.meta.dirname, "../../../..");
const read = (file: string) => JSON.parse(readFileSync(join(ROOT, file), "utf8"));
const locked: [path: string, entry: { hasInstallScript?: true }][] = Object.entries(read("package-lock.json").packages);
const withScripts = locked.filter(([, { hasInstallScript }]) => hasInstallScript);
const nameOf = (path: string) => path.replace(/^.*node_modules\//, "");

test("each package that runs a script when it is installed is named, with the reason", () => {
  expect(withScripts.map(([path]) => nameOf(path)).toSorted()).toEqual(Object.keys(scripts).toSorted());
  for (const { why } of Object.values(scripts)) expect(why).toMatch(/\.$/);
});

test("package.json allows those of them that are needed, and no other", () => {
  const needed = Object.entries(scripts).filter(([, { isNeeded }]) => isNeeded);
  expect(Object.keys(read("package.json").allowScripts)).toEqual(expect.arrayContaining(needed.map(([name]) => name)));
  expect(Object.keys(read("package.json").allowScripts)).toHaveLength(needed.length);
});
