import { describe, expect, test } from "vitest";
import { findMissing, LOCK_FILES, readLockFile } from "./lock-file.ts";

describe.each(LOCK_FILES)("%s", (file) => {
  test("has an entry for every platform, so that npm ci takes it everywhere", () => {
    expect(
      findMissing(readLockFile(file)).map(({ name }) => name),
      "run npm run lock",
    ).toEqual([]);
  });

  test("names no place that packages come from", () => {
    expect(JSON.stringify(readLockFile(file))).not.toMatch(/"resolved":"https?:/);
  });
});

test("a platform that is left out is found, with what its name says", () => {
  const optionalDependencies = {
    "@x/cli-linux-arm64-musl": "1.2.3",
    "@x/cli-darwin-x64": "1.2.3",
    "y-win32": "^1.0.0",
  };
  const packages = { "node_modules/x": { dev: true, optionalDependencies }, "node_modules/@x/cli-darwin-x64": {} };
  const entry = { version: "1.2.3", cpu: ["arm64"], dev: true, libc: ["musl"], optional: true, os: ["linux"] };
  expect(findMissing({ packages })).toEqual([{ name: "@x/cli-linux-arm64-musl", entry }]);
});
