import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { packTarball } from "../pack.ts";
import { checkTarball } from "./check-tarball.ts";

const MANIFEST = {
  name: "x",
  version: "1.0.0",
  type: "module",
  license: "MIT",
  files: ["index.js", "index.d.ts"],
  exports: { types: "./index.d.ts", default: "./index.js" },
};
const FILES = { "index.js": "export const one = 1;\n", "index.d.ts": "export declare const one: 1;\n" };
const BUDGET = { packed: 2000, unpacked: 2000 };

/** Packs a package of a few files, and returns the messages on it. */
function check(manifest: object, files: Record<string, string>, modules: "esm" | "esm and cjs", budget = BUDGET) {
  const folder = mkdtempSync(join(tmpdir(), "wasclean-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries({ ...files, "package.json": JSON.stringify(manifest) })) {
    writeFileSync(join(folder, name), text);
  }
  return checkTarball(packTarball(folder), { modules }, budget);
}

test("a sound package may be published", async () => {
  expect(await check(MANIFEST, FILES, "esm")).toEqual([]);
});

test.each([
  ["whose entry is missing", { ...MANIFEST, exports: "./main.js" }, FILES, /^publint: .*\/main\.js/],
  [
    "whose types say what the code does not",
    MANIFEST,
    {
      ...FILES,
      "index.js": "const one = 1;\nexport default one;\n",
      "index.d.ts": "import './gone.js';\nexport {};\n",
    },
    /^attw: index\.d\.ts: /,
  ],
  ["without types", { ...MANIFEST, files: ["index.js"], exports: "./index.js" }, FILES, /^attw: it has no types/],
] as const)("a package %s may not", async (_, manifest, files, message) => {
  expect((await check(manifest, files, "esm")).join("\n")).toMatch(new RegExp(message, "m"));
});

test("an ES module is not enough where require() is promised", async () => {
  expect((await check(MANIFEST, FILES, "esm and cjs")).join("\n")).toMatch(/^attw: \. \(node16-cjs\): /m);
});

test("a package over its budget may not", async () => {
  expect(await check(MANIFEST, FILES, "esm", { ...BUDGET, unpacked: 10 })).toEqual([
    expect.stringMatching(/^unpacked: \d+ bytes, over its budget of 10$/),
  ]);
});
