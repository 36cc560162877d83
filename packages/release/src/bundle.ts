import { join, relative } from "node:path";
import { build, type Metafile } from "esbuild";
import { isCode, toPublishedDependencies } from "./manifest.ts";
import type { Release } from "./release.ts";
import type { SourceManifest } from "./source-manifest.ts";

/** Builds the JavaScript of a package into a folder, and returns the names of its files. */
export async function bundle(root: string, release: Release, source: SourceManifest, out: string): Promise<string[]> {
  const entries = [...Object.values(source.exports), ...Object.values(source.bin ?? {})].filter(isCode);
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: entries.map((entry) => join(release.folder, entry)),
    outbase: join(release.folder, "src"),
    outdir: out,
    bundle: true,
    splitting: release.sharesFiles,
    chunkNames: "shared-[hash]",
    format: "esm",
    platform: release.platform,
    target: release.target,
    external: Object.keys(toPublishedDependencies(source)),
    metafile: true,
    logLevel: "warning",
  });
  assertOwnCode(metafile, source.name);
  return Object.keys(metafile.outputs).map((file) => relative(out, join(root, file)));
}

/** @throws {Error} where the bundle contains a package that npm should install. */
function assertOwnCode({ inputs }: Metafile, name: string): void {
  const foreign = Object.keys(inputs).find((file) => file.includes("node_modules/"));
  if (foreign === undefined) return;
  throw new Error(`${name} would bundle ${foreign}: name its package in the dependencies, or import only its types`);
}
