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
else process.stdout.write(`${await pack(ROOT, release, resolve(values.out))}\n`);

async function packAnew(release: Release): Promise<void> {
  const out = join(ROOT, release.folder, "dist");
  rmSync(out, { recursive: true, force: true });
  process.stdout.write(`${await pack(ROOT, release, out)}\n`);
}

function fail(message: string): void {
  process.stderr.write(message);
  process.exitCode = 2;
}
