import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { readShard, type Shard } from "./shard.ts";

/** The text of `--help`. */
export const HELP = `Reads WebPlatform Docs wikitext and writes one JSON file per page.

Usage: npm run import
       npm run import -- <input> --out <folder> [--jobs N] [--shard I/N] [--title PATH]
                         [--check] [--json] [--quiet]
       npm run import -- --merge <report>... [--out <folder>] [--json]

  input           One page (*.wiki, *.mediawiki); a folder of pages, or of <title>/index.md as in a git
                  export of the wiki; a MediaWiki XML export (*.xml, *.xml.gz, *.xml.bz2); or - for
                  standard input: an export, or one page. Default: data/wiki, into data/pages.
  --out FOLDER    Where to write <page>.json and report.json.
  --jobs N        Number of threads. Default: the processor's, at most 8, and fewer for few pages.
  --shard I/N     Imports only part I of N; its report is report.I-of-N.json.
  --merge         Merges the reports of all parts into report.json, beside the first of them or in --out.
  --title PATH    The path on the wiki of a single page.
  --check         Writes nothing; fails if a file in the folder is not current.
  --json          Prints only the report, as JSON.
  --quiet         Prints only errors and the summary.
  --help          Prints this help.

Exit status: 0 success, 1 a file could not be read or written or is not current, 2 invalid arguments,
130 interrupted: every file that was written is complete.`;

/** The options of an import. */
export interface ImportOptions {
  command: "import";
  /** A file, a folder or `-`; `null` for the project's own pages. */
  input: string | null;
  out: string | null;
  title: string | null;
  /** `null` for {@link chooseJobs}. */
  jobs: number | null;
  shard: Shard | null;
  check: boolean;
  json: boolean;
  quiet: boolean;
}

/** The options of a merge of reports. */
export interface MergeOptions {
  command: "merge";
  reports: string[];
  out: string | null;
  json: boolean;
}

export type Options = ImportOptions | MergeOptions | { command: "help" } | { command: "none"; problem: string };

const OPTIONS = {
  out: { type: "string" },
  jobs: { type: "string" },
  shard: { type: "string" },
  title: { type: "string" },
  merge: { type: "boolean", default: false },
  check: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  quiet: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** Parses the arguments; `problem` says why they are unusable. */
export function readOptions(args: string[]): Options {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    if (values.help) return { command: "help" };
    return values.merge ? readMerge(values, positionals) : readImport(values, positionals);
  } catch (error) {
    return { command: "none", problem: (error as Error).message };
  }
}

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>["values"];

function readMerge(values: Values, reports: string[]): Options {
  const { out, json, merge: _, help: __, ...others } = values;
  const other = Object.entries(others).find(([, value]) => value !== undefined && value !== false);
  if (other) throw new Error(`--merge cannot be combined with --${other[0]}.`);
  if (reports.length === 0) throw new Error("Name the reports to merge: --merge <report>...");
  return { command: "merge", reports, out: out ?? null, json };
}

function readImport(values: Values, [first, ...more]: string[]): Options {
  const input = first ?? null;
  const { check, json, quiet } = values;
  const out = values.out ?? null;
  if (more.length > 0) throw new Error(`Only one input at a time, not also ${more.join(" ")}.`);
  if (input !== null && out === null) throw new Error("Name the output: --out <folder>.");
  if (input === null && out !== null) throw new Error("Name the input: a file, a folder, or - for standard input.");
  const jobs = values.jobs === undefined ? null : Number(values.jobs);
  if (jobs !== null && !(Number.isInteger(jobs) && jobs >= 1 && jobs <= 256))
    throw new Error(`--jobs takes a number from 1 to 256, not “${values.jobs}”.`);
  const shard = values.shard === undefined ? null : readShard(values.shard);
  if (values.shard !== undefined && shard === null)
    throw new Error(`--shard takes a part such as 1/4, not “${values.shard}”.`);
  if (input === null && (shard !== null || values.title !== undefined))
    throw new Error("--shard and --title need an input.");
  return {
    command: "import",
    input,
    out,
    title: values.title?.trim().replaceAll(" ", "_") ?? null,
    jobs,
    shard,
    check,
    json,
    quiet,
  };
}

/** The processor's threads, at most 8, and one for each 100 pages: for fewer, starting a thread takes longer than it saves. */
export const chooseJobs = (pages: number): number =>
  Math.max(1, Math.min(availableParallelism(), 8, Math.floor(pages / 100)));
