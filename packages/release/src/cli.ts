import { existsSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { pack } from "./pack.ts";
import { RELEASES } from "./packages/index.ts";
import type { Release } from "./release.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const USAGE = `Usage: npm run pack -- <${[...RELEASES.keys()].join("|")}> [--out <folder>]

Builds the publishable form of a package, and packs it as a tarball.

  --out <folder>  where to, empty or not there yet (default: the package's dist, which is made anew)
  --help          show this
`;

const options = { out: { type: "string" }, help: { type: "boolean" } } as const;
const { values, positionals } = parseArgs({ options, allowPositionals: true });
const [name = ""] = positionals;
const release = RELEASES.get(name);
if (values.help) process.stdout.write(USAGE);
else if (release === undefined || positionals.length > 1) fail(USAGE);
else if (values.out === undefined) await packAnew(release);
else if (existsSync(values.out) && readdirSync(values.out).length > 0) fail(`${values.out} is not empty\n`);
else await packInto(release, resolve(values.out));

async function packAnew(release: Release): Promise<void> {
  const out = join(ROOT, release.folder, "dist");
  rmSync(out, { recursive: true, force: true });
  await packInto(release, out);
}

/** Standard output has the path only, for scripts to read. */
async function packInto(release: Release, out: string): Promise<void> {
  const { path, size, unpackedSize } = await pack(ROOT, release, out);
  process.stdout.write(`${path}\n`);
  process.stderr.write(`${toKilobytes(unpackedSize)} kB, packed ${toKilobytes(size)} kB\n`);
}

function toKilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

function fail(message: string): void {
  process.stderr.write(message);
  process.exitCode = 2;
}
