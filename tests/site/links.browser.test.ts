import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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

describe("built for a subfolder and an address", () => {
  let folder: string;
  const read = (file: string) => readFile(join(folder, file), "utf8");
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "wasclean-subfolder-"));
    const build = fileURLToPath(new URL("../../src/build/cli.ts", import.meta.url));
    // Vitest sets BASE_URL and more, which Astro would take for its own.
    const { PATH, HOME } = process.env;
    const env = { PATH, HOME, BASE: "/a/folder/", SITE: "https://example.org", SEARCH: "off" };
    await promisify(execFile)(process.execPath, [build, "--outDir", folder], { cwd: root, env });
  }, 240_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("every link and anchor leads somewhere within it", () => {
    const { broken, links } = findBrokenLinks(folder, "/a/folder/");
    expect(broken).toEqual([]);
    expect(links).toBeGreaterThan(1000);
  });

  test("what must be absolute is there", async () => {
    expect(await read("feed.xml")).toContain("<link>https://example.org/a/folder/api/");
    expect(await read("sitemap-0.xml")).toContain("<loc>https://example.org/a/folder/why-1006/</loc>");
    expect(await read("sitemap-0.xml")).not.toMatch(/\/(?:search|404|evidence|wiki\/apis)\//);
    expect(await read("about/index.html")).toContain(
      '<link rel="canonical" href="https://example.org/a/folder/about/">',
    );
  });
});
