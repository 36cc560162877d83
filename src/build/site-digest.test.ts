import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { digestSite } from "./site-digest.ts";

let root: string;
const write = (file: string, text = "x") => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "wasclean-digest-"));
  write("astro.config.mjs");
  write("src/pages/index.astro");
});
afterEach(() => rmSync(root, { recursive: true }));

test("the same files and variables have the same digest", () => {
  expect(digestSite(root, {})).toBe(digestSite(root, { PATH: "/bin", WASCLEAN_PAGES: "/x" }));
});

describe("the digest changes with", () => {
  test.each(["SITE", "BASE", "SEARCH", "NODE_ENV"])("the variable %s", (name) => {
    expect(digestSite(root, { [name]: "x" })).not.toBe(digestSite(root, {}));
  });

  test.each([
    "astro.config.mjs",
    "src/pages/index.astro",
    "public/icon.svg",
    "data/endings/x.json",
    "packages/data/src/x.ts",
    "packages/playground/src/x.ts",
    "packages/schema/src/x.ts",
  ])("%s", (file) => {
    const before = digestSite(root, {});
    write(file, "y");
    expect(digestSite(root, {})).not.toBe(before);
  });
});

test.each(["src/x.test.ts", "node_modules/x.js", "packages/playground/node_modules/x.js", "docs/x.md"])(
  "%s is not a part of it",
  (file) => {
    const before = digestSite(root, {});
    write(file, "y");
    expect(digestSite(root, {})).toBe(before);
  },
);
