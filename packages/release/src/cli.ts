import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { pack, packAnew, type Tarball } from "./pack.ts";
import { RELEASES } from "./packages/index.ts";
import { toKilobytes } from "./publish/publication.ts";

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
else if (values.out === undefined) print(await packAnew(ROOT, release));
else if (existsSync(values.out) && readdirSync(values.out).length > 0) fail(`${values.out} is not empty\n`);
else print(await pack(ROOT, release, resolve(values.out)));

/** Standard output has the path only, for scripts to read. */
function print({ path, size, unpackedSize }: Tarball): void {
  process.stdout.write(`${path}\n`);
  process.stderr.write(`${toKilobytes(unpackedSize)}, packed ${toKilobytes(size)}\n`);
}

function fail(message: string): void {
  process.stderr.write(message);
  process.exitCode = 2;
}
