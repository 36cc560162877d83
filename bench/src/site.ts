import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { countBytes, findCorpus, readPages } from "./corpus.ts";
import { readOptions } from "./options.ts";
import { type Row, reportResults } from "./results.ts";
import type { ProcessRun } from "./run-process.ts";
import { build, changePage, clear, type GeneratorName, toGenerators } from "./site-builds.ts";
import { writeProjects } from "./site-projects.ts";
import { median, toDigits } from "./statistics.ts";

const USAGE = `Builds a wiki as a site, and the same pages as Markdown with Starlight and with Eleventy.

Usage: npm run site -- [folder of pages] [--json FILE] [--assert]`;
const ROUNDS = 3;
const PEERS = ["@astrojs/starlight", "astro", "@11ty/eleventy"];
const root = fileURLToPath(new URL("../../", import.meta.url));

// None of the three builds a search index.
process.env.SEARCH = "off";
const options = readOptions(USAGE);
const folder = findCorpus(options.positionals);
// Inside the bench folder, where the peers find their packages.
const temporary = fileURLToPath(new URL("../site.tmp", import.meta.url));
const remove = () => rmSync(temporary, { recursive: true, force: true });
remove();
mkdirSync(temporary);
process.on("exit", remove);
const records = join(temporary, "records");
const importer = join(root, "packages/wpd/src/command/cli.ts");
execFileSync(process.execPath, [importer, folder, "--out", records, "--quiet"], { stdio: "inherit" });
const pages = writeProjects(records, temporary);
const generators = toGenerators(root, temporary, records);

type Runs = Record<GeneratorName, ProcessRun[]>;
const cold: Runs = { ours: [], starlight: [], eleventy: [] };
const again: Runs = { ours: [], starlight: [], eleventy: [] };
const names = Object.keys(cold) as GeneratorName[];
// Round 0 fills the caches of the disk and is not counted.
for (let round = 0; round <= ROUNDS; round++) {
  console.error(round === 0 ? "warm-up" : `round ${round} of ${ROUNDS}`);
  for (const name of names) {
    clear(generators[name]);
    const first = await build(generators[name], temporary, pages);
    if (round > 0) cold[name].push(first);
  }
  changePage(temporary, records, `changed ${round}`);
  for (const name of names) {
    const second = await build(generators[name], temporary, pages);
    if (round > 0) again[name].push(second);
  }
}

const times = (runs: ProcessRun[]) => runs.map(({ milliseconds }) => milliseconds);
const middle = (runs: ProcessRun[]) => median(times(runs));
const memory = [...cold.ours, ...again.ours].map(({ megabytes }) => megabytes);
const rows: Row[] = [
  { name: "wasClean: whole build", unit: "ms", samples: times(cold.ours) },
  {
    name: "Starlight: whole build",
    unit: "ms",
    samples: times(cold.starlight),
    ratio: { value: middle(cold.starlight) / middle(cold.ours), of: "× our time", atLeast: 1 },
  },
  {
    name: "Eleventy: whole build",
    unit: "ms",
    samples: times(cold.eleventy),
    ratio: { value: middle(cold.ours) / middle(cold.eleventy), of: "× its time is ours", atMost: 3 },
  },
  {
    name: "wasClean: after a change of one page",
    unit: "ms",
    samples: times(again.ours),
    ratio: { value: middle(again.ours) / middle(cold.ours), of: "× the whole build", atMost: 0.2 },
  },
  { name: "Starlight: after a change of one page", unit: "ms", samples: times(again.starlight) },
  { name: "Eleventy: after a change of one page", unit: "ms", samples: times(again.eleventy) },
  {
    name: "wasClean: peak memory",
    unit: "MB",
    samples: memory,
    ratio: { value: Math.max(...memory), of: "MB at most", atMost: 2000 },
  },
  { name: "Starlight: peak memory", unit: "MB", samples: cold.starlight.map(({ megabytes }) => megabytes) },
  { name: "Eleventy: peak memory", unit: "MB", samples: cold.eleventy.map(({ megabytes }) => megabytes) },
  { name: "wasClean: processor time", unit: "ms", samples: cold.ours.map(({ processor }) => processor) },
  { name: "Starlight: processor time", unit: "ms", samples: cold.starlight.map(({ processor }) => processor) },
  { name: "Eleventy: processor time", unit: "ms", samples: cold.eleventy.map(({ processor }) => processor) },
];
const input = `${pages} pages, ${toDigits(countBytes(readPages(folder)) / 1e6)} MB, ${ROUNDS} rounds`;
reportResults({ benchmark: "site", input, peers: PEERS, rows }, options);
