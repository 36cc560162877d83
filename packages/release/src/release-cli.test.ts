import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const run = (...args: string[]) => {
  const env = { ...process.env, GITHUB_ACTIONS: "" };
  return spawnSync(process.execPath, [join(import.meta.dirname, "release-cli.ts"), ...args], { encoding: "utf8", env });
};

test("outside of the release workflow it publishes nothing, and packs nothing for it", () => {
  expect(run("--publish")).toMatchObject({
    status: 1,
    stdout: "",
    stderr: expect.stringMatching(/^--publish is for the release workflow only/),
  });
});

test("it says how it is used", () => {
  expect(run("--help")).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Usage: npm run release /) });
});
