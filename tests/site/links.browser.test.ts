import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { DIST, KINDS, REDIRECT, readPages } from "./kinds.ts";
import { findBrokenLinks } from "./links.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

test("every page is of one of the kinds that are checked", () => {
  const kinds = Object.values(KINDS);
  const addresses = [...readPages().keys()];
  expect(
    addresses.filter((address) => !REDIRECT.test(address) && !kinds.some(({ pages }) => pages.test(address))),
  ).toEqual([]);
  expect(kinds.filter(({ sample }) => !addresses.includes(sample))).toEqual([]);
});

test("every link within the site, and every anchor, leads somewhere", () => {
  const { broken, links } = findBrokenLinks(DIST);
  expect(broken).toEqual([]);
  expect(links).toBeGreaterThan(1000);
});

test("so they do where the site is built for a subfolder", async () => {
  const folder = await mkdtemp(join(tmpdir(), "wasclean-subfolder-"));
  try {
    const astro = fileURLToPath(new URL("bin/astro.mjs", import.meta.resolve("astro/package.json")));
    const args = [astro, "build", "--base", "/a/folder/", "--outDir", folder];
    // Vitest sets BASE_URL and more, which Astro would take for its own.
    const { PATH, HOME } = process.env;
    await promisify(execFile)(process.execPath, args, { cwd: root, env: { PATH, HOME } });
    const { broken, links } = findBrokenLinks(folder, "/a/folder/");
    expect(broken).toEqual([]);
    expect(links).toBeGreaterThan(1000);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 120_000);
