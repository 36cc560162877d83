import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { join, matchesGlob } from "node:path";
import { expect, test } from "vitest";
import { GENERATORS } from "./generators.ts";
import { ROOT } from "./read-json.ts";
import { writeGenerated } from "./write-generated.ts";

test.each(GENERATORS)(
  "$name: what it writes is current, the same twice, and what its row says",
  async ({ name, inputs, outputs, run }) => {
    const texts = await run();
    const stale = writeGenerated(ROOT, texts, true).map(({ file }) => file);
    expect(stale, `run npm run generate ${name}`).toEqual([]);
    expect(await run()).toEqual(texts);
    const files = outputs.flatMap((glob) => globSync(glob, { cwd: ROOT }));
    expect(files.toSorted(), "a file that is not generated any more must be deleted").toEqual(
      [...texts.keys()].toSorted(),
    );
    for (const file of texts.keys())
      expect(
        outputs.some((glob) => matchesGlob(file, glob)),
        file,
      ).toBe(true);
    for (const glob of inputs) expect(globSync(glob, { cwd: ROOT }).length, glob).toBeGreaterThan(0);
  },
);

test.each([
  [["--check", "ids"], 0, /^ids: current\n$/],
  [["nothing"], 2, /Unknown generator "nothing"[\s\S]*computed/],
  [["--chekc"], 2, /--chekc/],
])("npm run generate -- %j exits with %i", (args, status, words) => {
  const cli = join(import.meta.dirname, "cli.ts");
  const result = spawnSync(process.execPath, [cli, ...args], { encoding: "utf8" });
  expect(result.stdout + result.stderr).toMatch(words);
  expect(result.status).toBe(status);
});
