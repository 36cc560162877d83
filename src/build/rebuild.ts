import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type KeptBuild, loadRenderer, readKeptBuild, updateKeptBuild } from "./kept-renderer.ts";
import { digestSite } from "./site-digest.ts";

/**
 * Renders the wiki's pages that show something else than in the build before, into the same folder. Gives their paths;
 * `null` where that is not enough: there is no build, the site's sources are not the same, or a page came or went.
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

/** Whether the pages are the ones of the build, and still in its folder. */
function hasSamePages({ keys: before }: KeptBuild, now: Record<string, string>, outDir: string): boolean {
  const paths = Object.keys(now);
  if (paths.length !== Object.keys(before).length) return false;
  return paths.every((path) => Object.hasOwn(before, path) && existsSync(fileOf(outDir, path)));
}

/** A page is the old one or the new one, never half of it. */
async function replaceFile(file: string, content: Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.tmp`, content);
  await rename(`${file}.tmp`, file);
  // What packages/serve compressed is that of the old page.
  await Promise.all([".br", ".gz"].map((ending) => rm(file + ending, { force: true })));
}
