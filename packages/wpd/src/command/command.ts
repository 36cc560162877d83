import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { Progress } from "@wasclean/tools/progress";
import { describeSystemError, InputError, isSystemError } from "./input-error.ts";
import { mergeReports, parseReport } from "./merge-reports.ts";
import { HELP, type ImportOptions, type MergeOptions, readOptions } from "./options.ts";
import { toJson, writeReport } from "./output-folder.ts";
import type { Core, Outcome } from "./page-importer.ts";
import { count, findStale, printResult } from "./print-result.ts";
import { FEW_PAGES, type ImportJob, type ImportResult, MAX_LINES, runImport } from "./run-import.ts";
import { toReportName } from "./shard.ts";

/** The streams that the command reads and prints to, and the signal that interrupts it. */
interface Streams {
  stdin: Readable;
  stdout: Writable;
  stderr: Writable & { isTTY?: boolean; columns?: number };
  /** Ends the import early; every file that was written is whole. */
  signal: AbortSignal;
  core?: Core;
}

const DATA = fileURLToPath(new URL("../../../../data/", import.meta.url));

/** Runs the command with these arguments; returns the exit status. */
export async function runCommand(args: string[], streams: Streams): Promise<number> {
  const options = readOptions(args);
  const { stdout, stderr } = streams;
  if (options.command === "help") stdout.write(`${HELP}\n`);
  if (options.command === "help") return 0;
  if (options.command === "none") {
    stderr.write(`${options.problem}\nSee npm run import -- --help.\n`);
    return 2;
  }
  try {
    return options.command === "merge" ? merge(options, streams) : await importInput(options, streams);
  } catch (error) {
    if (streams.signal.aborted) return endEarly(null, streams);
    if (!(error instanceof InputError) && !isSystemError(error)) throw error;
    stderr.write(`${describe(error, options)}\n`);
    return 1;
  }
}

function describe(error: Error, options: ImportOptions | MergeOptions): string {
  if (!(error instanceof InputError)) return `${"path" in error ? error.path : ""}: ${describeSystemError(error)}`;
  if (options.command === "merge") return error.message;
  const input = options.input === "-" ? "standard input" : options.input;
  return `${input}${error.line === null ? "" : `:${error.line}`}: ${error.message}`;
}

function merge({ reports, out, json }: MergeOptions, { stdout }: Streams): number {
  const parts = reports.map((file) => {
    try {
      return { file, report: parseReport(readFileSync(file, "utf8")) };
    } catch (error) {
      if (error instanceof InputError) throw new InputError(`${file}: ${error.message}`);
      throw error;
    }
  });
  const report = mergeReports(parts);
  const folder = out ?? dirname(reports[0] ?? "");
  writeReport(folder, report);
  const file = relative("", join(folder, toReportName(null)));
  stdout.write(json ? toJson(report) : `${count(reports.length, "report")} merged into ${file}.\n`);
  return report.failures.length > 0 ? 1 : 0;
}

async function importInput(options: ImportOptions, streams: Streams): Promise<number> {
  const { stdout, stderr, signal, stdin, core } = streams;
  const job: ImportJob = {
    ...options,
    input: options.input ?? join(DATA, "wiki"),
    out: options.out ?? join(DATA, "pages"),
    hasReport: options.out !== null,
  };
  const progress = new Progress(stderr, { unit: "pages", few: FEW_PAGES, isWanted: !job.quiet && !job.json });
  let printed = 0;
  const onOutcome = (outcome: Outcome) => {
    for (const line of "record" in outcome ? outcome.record.lines : []) if (printed++ < MAX_LINES) progress.print(line);
  };
  const context = { stdin, progress, signal, onOutcome, ...(core && { core }) };
  const result = await runImport(job, context).finally(() => progress.clear());
  if (signal.aborted) return endEarly(result, streams);
  if (job.hasReport && !job.check) keepReport(job.out, result);
  const stale = job.check ? findStale(result, job) : [];
  if (job.json) stdout.write(toJson(result.report));
  else printResult(result, stale, job, streams);
  return result.failures.length + stale.length > 0 ? 1 : 0;
}

/** Writes the report; if the system does not let it, this is one more failure beside those of the pages. */
function keepReport(out: string, { report, failures }: ImportResult): void {
  try {
    writeReport(out, report);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const path = toReportName(report.shard);
    const failure = { path, line: null, reason: `the report cannot be written: ${describeSystemError(error)}` };
    failures.push({ ...failure, label: relative("", join(out, path)) });
    report.failures.push(failure);
  }
}

function endEarly(result: ImportResult | null, { stderr, signal }: Streams): number {
  const done = result
    ? `${result.report.pages} of ${count(result.total, "page")} read, ${result.written} written`
    : "nothing written";
  stderr.write(`Interrupted: ${done}. Every file is complete; run the same command to continue.\n`);
  return typeof signal.reason === "number" ? signal.reason : 130;
}
