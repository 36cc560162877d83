import { globSync, readFileSync } from "node:fs";
import { join, matchesGlob, resolve } from "node:path";
import { expect, test } from "vitest";
import { readManifest } from "../manifest.ts";
import { RELEASES } from "./index.ts";

const ROOT = resolve(import.meta.dirname, "../../../..");
const read = (file: string) => JSON.parse(readFileSync(join(ROOT, file), "utf8"));
const published = [...RELEASES.values()].map((release) => readManifest(ROOT, release).name);

test("changesets leaves out every package that is not published, and no other", () => {
  const names: string[] = globSync("packages/*/package.json", { cwd: ROOT }).map((file) => read(file).name);
  const { ignore } = read(".changeset/config.json");
  const counted = names.filter((name) => !ignore.some((glob: string) => matchesGlob(name, glob)));
  expect(counted.toSorted()).toEqual(published.toSorted());
});

test.each([...RELEASES])("%s is private in the workspace, and its changelog has its version", (_, release) => {
  const { private: isPrivate, version } = readManifest(ROOT, release);
  expect(isPrivate, "npm must not publish TypeScript").toBe(true);
  expect(readFileSync(join(ROOT, release.folder, "CHANGELOG.md"), "utf8")).toContain(`\n## ${version}\n`);
});
