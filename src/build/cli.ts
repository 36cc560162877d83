#!/usr/bin/env node
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { readPagesOptions } from "../features/archive/pages-options.ts";
import { writeSearchIndex } from "../features/search/search-index.ts";
import { checkFolder } from "./check-folder.ts";
import { rebuild } from "./rebuild.ts";

// Builds the site like `astro build`, with the same options. If only pages of the wiki changed, it renders just these.
const args = process.argv.slice(2);
const options = { outDir: { type: "string" }, force: { type: "boolean" } } as const;
const { outDir, force } = parseArgs({ args, strict: false, options }).values;
const folder = resolve(typeof outDir === "string" ? outDir : "dist");

/** Puts the records' folder into the environment, where the pages read it. Exits with status 2 if it does not exist. */
function readPages(): void {
  try {
    Object.assign(process.env, readPagesOptions(args));
  } catch (error) {
    console.error((error as Error).message);
    process.exit(2);
  }
}

/** Whether a partial build succeeded. Errors are left to the full build, which reports them better. */
async function tryRebuild(): Promise<boolean> {
  const start = performance.now();
  const seconds = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  const pages = await rebuild(process.cwd(), folder).catch(() => null);
  if (pages === null) return false;
  console.log(`${pages.length} of the wiki's pages rendered again in ${seconds()}; all else is as it was.`);
  for (const page of pages) console.log(`  /${page}/`);
  if (pages.length === 0) return true;
  const searched = await writeSearchIndex(folder).catch(() => null);
  if (searched === null) return false;
  if (searched > 0) console.log(`${searched} pages can be searched, after ${seconds()}`);
  return true;
}

readPages();
const problem = checkFolder(folder);
if (problem !== null) {
  console.error(problem);
  process.exit(1);
}
process.env.NODE_ENV ??= "production";
if (force || !(await tryRebuild())) {
  process.argv.splice(2, process.argv.length, "build", ...args);
  await import(new URL("bin/astro.mjs", import.meta.resolve("astro/package.json")).href);
}
