import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, matchesGlob, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pack, type Tarball } from "../pack.ts";
import { RELEASES } from "../packages/index.ts";
import { CONTENTS, checkContent } from "./contents.ts";
import scripts from "./install-scripts.json" with { type: "json" };

const ROOT = resolve(import.meta.dirname, "../../../..");

describe.each([...RELEASES])("the tarball of %s", (name, release) => {
  const out = mkdtempSync(join(tmpdir(), "wasclean-contents-"));
  let tarball: Tarball;
  let paths: string[];
  const manifest = () => JSON.parse(readFileSync(join(out, "package/package.json"), "utf8"));
  beforeAll(async () => {
    tarball = await pack(ROOT, release, out);
    execFileSync("tar", ["-xzf", tarball.path, "-C", out]);
    paths = tarball.files.map(({ path }) => path);
  });
  afterAll(() => rmSync(out, { recursive: true }));

  test("holds what it should, and nothing else", () => {
    const globs = CONTENTS[name] ?? [];
    expect(paths.filter((path) => !globs.some((glob) => matchesGlob(path, glob)))).toEqual([]);
    expect(globs.filter((glob) => !paths.some((path) => matchesGlob(path, glob)))).toEqual([]);
  });

  test("tells nothing of the machine that built it, and has neither source maps, tests nor install scripts", () => {
    const words = [ROOT, out, tmpdir()];
    const read = (path: string) => readFileSync(join(out, "package", path), "utf8");
    expect(paths.flatMap((path) => checkContent(path, read(path), words))).toEqual([]);
  });

  test("has the licence", () => {
    expect(readFileSync(join(out, "package/LICENSE"), "utf8")).toBe(readFileSync(join(ROOT, "LICENSE"), "utf8"));
    expect(manifest().license).toMatch(/\bMIT\b/);
  });

  test("depends on nothing that runs a script when it is installed", () => {
    expect(Object.keys(manifest().dependencies ?? {}).filter((each) => each in scripts)).toEqual([]);
  });
});

test.each([
  ["//# sourceMappingURL=x.js.map", "a source map"],
  ['{"sourcesContent":[]}', "a source map"],
  ['import "file:///x/y.ts"', "the URL of a file"],
  ['const x = "/home/someone/x"', "the folder of a user"],
  ["C:\\Users\\someone", "the folder of a user"],
  ['import { test } from "vitest"', "a test"],
  ['"postinstall": "node x.js"', "a script that npm runs"],
  ["/the/project/src/x.ts", '"/the/project"'],
])("the check finds %j", (text, what) => {
  expect(checkContent("x.js", text, ["/the/project"])).toEqual([`x.js holds ${what}`]);
});
