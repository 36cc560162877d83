import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const FORBIDDEN = [
  ["packages/schema/src", "@wasclean/wpd"],
  ["packages/data/src", "zod"],
  ["packages/data/src/query", "@wasclean/upkeep"],
  ["packages/data/src/query", "../../../upkeep/src/compat/to-compat.ts"],
  ["packages/upkeep/src/lint", "@wasclean/lab"],
  ["packages/tools/src", "@wasclean/data"],
  ["packages/wpd/src", "@wasclean/lab"],
  ["packages/wpd/src", "@wasclean/data"],
  ["packages/wpd/src/record/rules", "../../../../lab/src/index.ts"],
  ["packages/wpd/fidelity", "../src/parse/parse-wikitext.ts"],
  ["packages/wpd/fidelity", "@wasclean/wpd"],
  ["packages/lab/src", "@wasclean/playground"],
  ["packages/lab/src", "zod"],
  ["packages/playground/src", "@wasclean/lab"],
  ["packages/playground/src", "zod"],
  ["packages/playground/src", "node:fs"],
  ["packages/serve/src", "@wasclean/wpd"],
  ["packages/measure/src", "@wasclean/wpd"],
  ["packages/measure/src", "@wasclean/playground/define"],
  ["packages/release/src", "@wasclean/lab"],
  ["packages/release/src/packages", "../../../lab/src/index.ts"],
  ["src", "@wasclean/lab"],
  ["src", "@wasclean/measure"],
  ["src", "@wasclean/release"],
  ["src", "@wasclean/wpd"],
  ["src", "zod"],
  ["src/components", "../../packages/lab/src/index.ts"],
  ["src/features/compat", "../../../data/engines.json"],
] as const;

const ALLOWED = [
  ["packages/schema/src", "zod"],
  ["packages/schema/src", "./page.ts"],
  ["packages/wpd/src", "@wasclean/schema"],
  ["packages/wpd/src/record/rules", "../../parse/nodes.ts"],
  ["packages/wpd/fidelity", "./tag-names.ts"],
  ["packages/wpd/fidelity", "entities"],
  ["packages/data/src/query", "@wasclean/schema"],
  ["packages/data/src/load", "../../../../data/engines.json"],
  ["packages/upkeep/src/lint", "@wasclean/data/to-endings"],
  ["packages/lab/src", "@wasclean/data/load"],
  ["packages/lab/src", "ws"],
  ["packages/lab/src/endings/groups", "../../wire/frame.ts"],
  ["packages/playground/src", "@wasclean/schema/ids"],
  ["packages/serve/src", "@wasclean/lab"],
  ["packages/measure/src", "@wasclean/lab"],
  ["packages/measure/src/client", "@wasclean/playground/observe"],
  ["packages/release/src", "esbuild"],
  ["packages/release/src/packages", "../release.ts"],
  ["src", "@wasclean/schema"],
  ["src/components", "@wasclean/playground/define"],
  ["src/features/guides", "../compat/to-month.ts"],
] as const;

const fileOf = (folder: string, specifier: string) => `${folder}/x${Buffer.from(specifier).toString("hex")}.ts`;
let folder: string;
/** The files in which the linter found a forbidden import. */
let reported: Set<string>;

beforeAll(() => {
  const root = new URL("../", import.meta.url);
  folder = mkdtempSync(join(tmpdir(), "wasclean-"));
  const { vcs: _, $schema: __, ...config } = JSON.parse(readFileSync(new URL("biome.json", root), "utf8"));
  writeFileSync(join(folder, "biome.json"), JSON.stringify(config));
  for (const [place, specifier] of [...FORBIDDEN, ...ALLOWED]) {
    const file = join(folder, fileOf(place, specifier));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `import { x } from "${specifier}";\n\nexport const y = x;\n`);
  }
  const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
  const args = [biome, "lint", "--only=style/noRestrictedImports", "--reporter=github", "--max-diagnostics=none"];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  // The annotations of GitHub's format name the file in full.
  const lines = stdout.matchAll(/title=lint\/style\/noRestrictedImports,file=([^,]+),/g);
  reported = new Set([...lines].map(([, file = ""]) => relative(folder, file)));
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(FORBIDDEN)("%s may not import %s", (place, specifier) => {
  expect(reported).toContain(fileOf(place, specifier));
});

test.each(ALLOWED)("%s may import %s", (place, specifier) => {
  expect(reported).not.toContain(fileOf(place, specifier));
});
