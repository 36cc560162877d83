import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type KeptBuild, loadRenderer, readKeptBuild, updateKeptBuild } from "./kept-build.ts";
import { digestSite } from "./site-digest.ts";

/**
 * Renders the wiki's pages that changed since the last build, into the same folder, and returns their paths; `null` if
 * a full build is needed: there was none before, the site's sources changed, or a page was added or removed.
 */
export async function rebuild(root: string, outDir: string): Promise<string[] | null> {
  const build = readKeptBuild(root, outDir);
  if (build === null || build.digest !== digestSite(root)) return null;
  const { paths, render } = await loadRenderer(root, build);
  const keys = Object.fromEntries(paths.map(({ params, cacheKey }) => [`/${params.slug}/`, cacheKey]));
  if (!hasSamePages(build, keys, outDir)) return null;
  const changed = paths.filter(({ params, cacheKey }) => build.keys[`/${params.slug}/`] !== cacheKey);
  for (const { params } of changed) await replaceFile(fileOf(outDir, params.slug), await render(params.slug));
  updateKeptBuild(root, { ...build, keys });
  return changed.map(({ params }) => params.slug);
}

const fileOf = (outDir: string, slug: string) => join(outDir, slug, "index.html");

/** Whether the last build has the same pages, and they are still in its folder. */
function hasSamePages({ keys: before }: KeptBuild, now: Record<string, string>, outDir: string): boolean {
  const paths = Object.keys(now);
  if (paths.length !== Object.keys(before).length) return false;
  return paths.every((path) => Object.hasOwn(before, path) && existsSync(fileOf(outDir, path)));
}

/** Replaces a file atomically: a reader gets the old page or the new one, never a part. */
async function replaceFile(file: string, content: Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.tmp`, content);
  await rename(`${file}.tmp`, file);
  // packages/serve keeps compressed copies of the old page.
  await Promise.all([".br", ".gz"].map((ending) => rm(file + ending, { force: true })));
}
