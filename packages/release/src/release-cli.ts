import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { checkTarball } from "./check/check-tarball.ts";
import { readManifest } from "./manifest.ts";
import { packAnew, type Tarball } from "./pack.ts";
import { RELEASES } from "./packages/index.ts";
import { formatPublications } from "./publish/publication.ts";
import { findObstacle, publish, type RunNpm } from "./publish/publish.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const USAGE = `Usage: npm run release [-- --publish]

Packs every published package into its dist, checks it with publint, attw and its size budget
(packages/release/src/check/budgets.json), and shows what would be published.

  --publish  publish it with provenance, but for versions that npm has already; in the release workflow only
  --help     show this
`;

const { values } = parseArgs({ options: { publish: { type: "boolean" }, help: { type: "boolean" } } });
const releases = [...RELEASES.values()];
if (values.help) process.stdout.write(USAGE);
else {
  const obstacle = values.publish
    ? findObstacle(
        process.env,
        releases.map((each) => readManifest(ROOT, each)),
      )
    : null;
  if (obstacle === null) await release();
  else fail(obstacle);
}

async function release(): Promise<void> {
  const tarballs: Tarball[] = [];
  const messages: string[] = [];
  for (const each of releases) {
    const tarball = await packAnew(ROOT, each);
    tarballs.push(tarball);
    messages.push(...(await checkTarball(tarball, each)).map((message) => `${tarball.name}: ${message}`));
  }
  process.stdout.write(formatPublications(tarballs));
  if (messages.length > 0) fail(messages.join("\n"));
  else if (values.publish)
    process.stdout.write(`Published: ${(await publish(tarballs, npm)).join(", ") || "nothing new"}\n`);
  else process.stdout.write("Nothing was published; the release workflow does that.\n");
}

function npm(args: string[]): ReturnType<RunNpm> {
  return new Promise((done) => {
    execFile("npm", args, { encoding: "utf8" }, (error, stdout, stderr) => {
      done({ status: error ? 1 : 0, output: error ? `${stdout}${stderr}` : stdout });
    });
  });
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
