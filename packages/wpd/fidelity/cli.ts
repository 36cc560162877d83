#!/usr/bin/env node
import { parseArgs } from "node:util";
import { toDetails, toReport, toTable } from "./describe-measures.ts";
import { isMet, measureCorpus } from "./measure-corpus.ts";
import { CorpusError, readCorpus } from "./read-corpus.ts";

const HELP = `Measures whether the import of wiki pages lost text, from the pages' source alone.

Usage: npm run test:fidelity -- <corpus folder> <out folder> [--details] [--worst N] [--json]

  corpus folder  The *.wiki files, at any depth.
  out folder     The records that npm run import wrote for them.
  --details      Lists the worst offenders of each metric, with file and line.
  --worst N      Number of offenders per metric. Default: 20.
  --json         Prints JSON instead of a table.
  --help         Prints this help.

Exit status: 0 all targets are met, 1 a target is missed or a record is missing, 2 invalid arguments.`;

interface Options {
  corpus: string;
  out: string;
  details: boolean;
  json: boolean;
  worst: number;
}

function readOptions(args: string[]): Options | "help" | { problem: string } {
  const options = {
    details: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    worst: { type: "string", default: "20" },
    help: { type: "boolean", short: "h", default: false },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (values.help) return "help";
    const [corpus, out, ...more] = positionals;
    if (corpus === undefined || out === undefined || more.length > 0) {
      return { problem: `Two folders are needed, of the pages and of the records; got ${positionals.length}.` };
    }
    if (!/^\d+$/.test(values.worst)) return { problem: `--worst takes a number, not “${values.worst}”.` };
    return { corpus, out, details: values.details, json: values.json, worst: Number(values.worst) };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

async function run({ corpus, out, details, json, worst }: Options): Promise<boolean> {
  const { pages, problems } = await readCorpus(corpus, out);
  for (const problem of problems.slice(0, worst)) console.error(problem);
  if (problems.length > 0)
    console.error(`${problems.length} of ${pages.length + problems.length} records cannot be read.`);
  const measures = measureCorpus(pages);
  if (json) console.log(JSON.stringify({ ...toReport(measures, pages.length, worst), problems }, null, 2));
  else {
    console.log(`${pages.length.toLocaleString("en-US")} pages\n\n${toTable(measures)}`);
    if (details) console.log(`\n${toDetails(measures, corpus, worst)}`);
  }
  return problems.length === 0 && Object.values(measures).every(isMet);
}

const options = readOptions(process.argv.slice(2));
if (options === "help") console.log(HELP);
else if ("problem" in options) {
  console.error(`${options.problem}\nSee npm run test:fidelity -- --help.`);
  process.exitCode = 2;
} else {
  try {
    process.exitCode = (await run(options)) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}
