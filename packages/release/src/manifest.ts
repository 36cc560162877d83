import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Release } from "./release.ts";
import type { SourceManifest } from "./source-manifest.ts";

/** Reads the package.json of a package in the workspace. */
export const readManifest = (root: string, { folder }: Release): SourceManifest =>
  JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));

/** Dependencies of this scope are not published: the bundle contains the code used from them. */
export const SCOPE = "@wasclean/";

const SOURCE = /^(?:\.\/)?src\/(.+)\.ts$/;

/** Whether an entry is code, rather than a file to copy. */
export const isCode = (entry: string): boolean => SOURCE.test(entry);

/** `./src/cli.ts` to `cli.js`; an entry that is not code keeps its path. */
export const toBuilt = (entry: string): string => entry.replace(SOURCE, "$1.js").replace(/^\.\//, "");

/** `./src/index.ts` to `types/index.d.ts`. */
const toTypes = (entry: string): string => entry.replace(SOURCE, "types/$1.d.ts");

/** The dependencies that npm installs: those that are not inlined. */
export function toPublishedDependencies({ dependencies = {} }: SourceManifest): Record<string, string> {
  return Object.fromEntries(Object.entries(dependencies).filter(([name]) => !name.startsWith(SCOPE)));
}

/** The package.json to publish: it names built files, without the fields that only the workspace needs. */
export function toPublishedManifest(source: SourceManifest, { engines }: Release, files: string[]): object {
  const { private: _, scripts: __, devDependencies: ___, ...kept } = source;
  return {
    ...kept,
    exports: mapValues(source.exports, toExport),
    bin: source.bin && mapValues(source.bin, toBuilt),
    sideEffects: Array.isArray(source.sideEffects)
      ? source.sideEffects.map((entry) => `./${toBuilt(entry)}`)
      : source.sideEffects,
    files: [...new Set(files.map((file) => file.replace(/\/.*/, "")))].sort(),
    engines,
    dependencies: toPublishedDependencies(source),
    // npm publishes a package with a scope for its owners only, unless told otherwise.
    publishConfig: { access: "public" },
  };
}

function toExport(entry: string): string | { types: string; default: string } {
  const path = `./${toBuilt(entry)}`;
  return isCode(entry) ? { types: `./${toTypes(entry)}`, default: path } : path;
}

function mapValues<T>(record: Record<string, string>, map: (value: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
