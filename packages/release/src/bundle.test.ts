import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { bundle } from "./bundle.ts";
import type { Release } from "./release.ts";

const RELEASE: Release = {
  folder: "packages/x",
  platform: "node",
  target: ["node20"],
  sharesFiles: true,
  modules: "esm",
};
const SOURCE = { name: "x", version: "1.0.0", exports: { ".": "./src/index.ts" }, dependencies: { named: "*" } };
const PACKAGES = { "node_modules/named/index.js": "export const named = 1;", "node_modules/not-named/index.js": "" };

function bundleFiles(files: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), "wasclean-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [path, text] of Object.entries({ ...PACKAGES, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const out = join(root, "out");
  return { out, files: bundle(root, RELEASE, SOURCE, out) };
}

test("dependencies are left to npm, those imported when needed too; JSON is inlined", async () => {
  const code = `import json from "./data.json" with { type: "json" };
export const load = () => import("named");
export const value = json;
`;
  const { out, files } = bundleFiles({
    "packages/x/src/index.ts": code,
    "packages/x/src/data.json": '{"a":"inlined"}',
  });
  expect(await files).toEqual(["index.js"]);
  const built = readFileSync(join(out, "index.js"), "utf8");
  expect(built).toContain('import("named")');
  expect(built).toContain('"inlined"');
});

test("a package that is not a dependency is not bundled in silence", async () => {
  const { files } = bundleFiles({ "packages/x/src/index.ts": 'import "not-named";\n' });
  await expect(files).rejects.toThrow("x would bundle node_modules/not-named/index.js: name its package");
});
