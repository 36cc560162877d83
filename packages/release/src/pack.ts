import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { bundle } from "./bundle.ts";
import { emitTypes } from "./emit-types.ts";
import { isCode, readManifest, toBuilt, toPublishedManifest } from "./manifest.ts";
import type { Release } from "./release.ts";
import type { SourceManifest } from "./source-manifest.ts";

/** A packed package; sizes are in bytes. */
export interface Tarball {
  name: string;
  version: string;
  /** Where the tarball is. */
  path: string;
  size: number;
  unpackedSize: number;
  files: { path: string; size: number }[];
}

/** Packs a package into its `dist`, which is made anew. */
export async function packAnew(root: string, release: Release): Promise<Tarball> {
  const out = join(root, release.folder, "dist");
  rmSync(out, { recursive: true, force: true });
  return pack(root, release, out);
}

/** Builds the publishable form of a package into an empty folder, and packs it. */
export async function pack(root: string, release: Release, out: string): Promise<Tarball> {
  const folder = join(root, release.folder);
  const source = readManifest(root, release);
  mkdirSync(out, { recursive: true });
  const manifest = await (release.build?.(root, source, out) ?? buildCode(root, release, source, out));
  const readme = readFileSync(join(folder, "README.md"), "utf8");
  writeFileSync(join(out, "README.md"), withoutPadding(withoutRelativeLinks(readme)));
  copyFileSync(join(root, "LICENSE"), join(out, "LICENSE"));
  writeFileSync(join(out, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  return packTarball(out);
}

/** Builds the code of a package and its types, and copies the other files that it exports. */
async function buildCode(root: string, release: Release, source: SourceManifest, out: string): Promise<object> {
  const folder = join(root, release.folder);
  return toPublishedManifest(source, release, [
    ...(await bundle(root, release, source, out)),
    ...writeTypes(root, folder, source, out),
    ...copyFiles(folder, source, out),
  ]);
}

function writeTypes(root: string, folder: string, { exports }: SourceManifest, out: string): string[] {
  const entries = Object.values(exports).filter(isCode);
  const emitted = emitTypes(
    root,
    join(folder, "src"),
    entries.map((entry) => join(folder, entry)),
  );
  return [...emitted].map(([name, text]) => {
    const file = join("types", name);
    mkdirSync(dirname(join(out, file)), { recursive: true });
    writeFileSync(join(out, file), text);
    return file;
  });
}

/** Copies the files that a package exports beside code. */
function copyFiles(folder: string, { exports }: SourceManifest, out: string): string[] {
  const files = Object.values(exports).filter((entry) => !isCode(entry));
  for (const file of files) {
    mkdirSync(dirname(join(out, file)), { recursive: true });
    copyFileSync(join(folder, file), join(out, file));
  }
  return files.map(toBuilt);
}

/** A link to another file of the project becomes plain text: that file is not in the package. */
export function withoutRelativeLinks(markdown: string): string {
  return markdown.replace(/\[([^\]]+)\]\((?!https?:|#)[^)]*\)/g, "$1");
}

/** The padding that aligns a table's columns in the source is invisible where the package is shown. */
export function withoutPadding(markdown: string): string {
  return markdown.replace(/^\|.*\|$/gm, (row) => row.replace(/ {2,}/g, " ").replace(/-{4,}/g, "---"));
}

/** Packs a folder with a package.json into a tarball in it. */
export function packTarball(folder: string): Tarball {
  const stdout = execFileSync("npm", ["pack", "--json"], { cwd: folder, encoding: "utf8" });
  const [{ name, version, filename, size, unpackedSize, files }] = JSON.parse(stdout);
  return { name, version, path: join(folder, filename), size, unpackedSize, files };
}
