import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkFolder } from "./check-folder.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "wasclean-folder-"));
});
afterEach(() => rmSync(root, { recursive: true }));

test("a folder that can be written is made, and left empty", () => {
  expect(checkFolder(join(root, "a/b"))).toBeNull();
  expect(readdirSync(join(root, "a/b"))).toEqual([]);
});

test.each([
  ["a file in its place", "file", /EEXIST|ENOTDIR/],
  ["a file above it", "file/dist", /ENOTDIR/],
])("%s: one line, with the remedy", (_, name, code) => {
  writeFileSync(join(root, "file"), "");
  const said = checkFolder(join(root, name)) ?? "";
  expect(said).toMatch(code);
  expect(said).toContain("--outDir <folder>");
  expect(said).not.toContain("\n");
});

test("the build ends with that line alone", () => {
  writeFileSync(join(root, "file"), "");
  const cli = fileURLToPath(new URL("cli.ts", import.meta.url));
  const { status, stderr, stdout } = spawnSync(process.execPath, [cli, "--outDir", join(root, "file")], {
    encoding: "utf8",
  });
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  expect(stderr).toContain("cannot be built into");
});
