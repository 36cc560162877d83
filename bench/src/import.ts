import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { countBytes, findCorpus, listPages, readPages } from "./corpus.ts";
import { PARSER_PEERS } from "./machine.ts";
import { readOptions, stop } from "./options.ts";
import { type Row, reportResults } from "./results.ts";
import { type ProcessRun, runProcess } from "./run-process.ts";
import { median, toDigits } from "./statistics.ts";

const USAGE = `Runs the whole import, and beside it wikiparser-node's templates stage alone, on the same pages.

Usage: npm run import -- [folder of pages] [--json FILE] [--assert]`;
const ROUNDS = 5;
const OURS = fileURLToPath(new URL("../../packages/wpd/src/command/cli.ts", import.meta.url));
const PEER = fileURLToPath(new URL("peer-templates.ts", import.meta.url));

const options = readOptions(USAGE);
const folder = findCorpus(options.positionals);
const temporary = mkdtempSync(join(tmpdir(), "wasclean-bench-"));
process.on("exit", () => rmSync(temporary, { recursive: true, force: true }));
const twice = join(temporary, "twice");
for (const half of ["a", "b"]) cpSync(folder, join(twice, half), { recursive: true });

let imports = 0;

/** Imports into a new folder. Folders are removed at the end, so that no run waits for a deletion. Status 1 means an unreadable page, which is not a failure here. */
async function importInto(input: string): Promise<ProcessRun> {
  const out = join(temporary, `out${imports++}`);
  const run = await runProcess([OURS, input, "--out", out, "--quiet"], temporary, [0, 1]);
  if (!existsSync(out)) stop("The import wrote nothing; npm run import at the project's root says why.");
  return run;
}

const runs = { ours: [] as ProcessRun[], peer: [] as ProcessRun[], twice: [] as ProcessRun[] };
// Round 0 fills the caches of the disk and is not counted.
for (let round = 0; round <= ROUNDS; round++) {
  console.error(round === 0 ? "warm-up" : `round ${round} of ${ROUNDS}`);
  const ours = await importInto(folder);
  const peer = await runProcess([PEER, folder], temporary);
  const both = await importInto(twice);
  if (round === 0) continue;
  runs.ours.push(ours);
  runs.peer.push(peer);
  runs.twice.push(both);
}

const bytes = countBytes(readPages(folder));
const times = (name: keyof typeof runs) => runs[name].map(({ milliseconds }) => milliseconds);
const memory = (name: keyof typeof runs) => runs[name].map(({ megabytes }) => megabytes);
const middle = (name: keyof typeof runs) => median(times(name));
const peak = Math.max(...memory("ours"));
const peakTwice = Math.max(...memory("twice"));
const rows: Row[] = [
  { name: "wasClean: whole import", unit: "ms", samples: times("ours"), bytes },
  {
    name: "wikiparser-node: up to templates, nothing written",
    unit: "ms",
    samples: times("peer"),
    bytes,
    ratio: { value: middle("peer") / middle("ours"), of: "× our time", atLeast: 1 },
  },
  {
    name: "wasClean: twice the pages",
    unit: "ms",
    samples: times("twice"),
    bytes: 2 * bytes,
    ratio: { value: middle("twice") / middle("ours"), of: "× the time for once", atMost: 2.2 },
  },
  {
    name: "wasClean: peak memory",
    unit: "MB",
    samples: memory("ours"),
    ratio: { value: peak, of: "MB at most", atMost: 350 },
  },
  {
    name: "wasClean: peak memory, twice the pages",
    unit: "MB",
    samples: memory("twice"),
    ratio: { value: peakTwice, of: "MB at most", atMost: 350 },
  },
  { name: "wasClean: processor time", unit: "ms", samples: runs.ours.map(({ processor }) => processor) },
  { name: "wikiparser-node: processor time", unit: "ms", samples: runs.peer.map(({ processor }) => processor) },
  { name: "wikiparser-node: peak memory", unit: "MB", samples: memory("peer") },
];
const input = `${listPages(folder).length} pages, ${toDigits(bytes / 1e6)} MB, ${ROUNDS} rounds`;
reportResults({ benchmark: "import", input, peers: PARSER_PEERS, rows }, options);
