import { join, relative } from "node:path";
import type { Writable } from "node:stream";
import { hasReport } from "./output-folder.ts";
import { type ImportJob, type ImportResult, MAX_LINES } from "./run-import.ts";
import { toReportName } from "./shard.ts";

/** The stale files that `--check` found, as lines of text. */
export function findStale({ stale, report }: ImportResult, { out, hasReport: wantsReport }: ImportJob): string[] {
  const words = {
    missing: "missing; run npm run import",
    changed: "not current; run npm run import",
    surplus: "no page has this record; remove it",
  };
  const lines = stale.map(({ path, reason }) => `${relative("", join(out, path))}: ${words[reason]}`);
  const name = relative("", join(out, toReportName(report.shard)));
  return wantsReport && !hasReport(out, report) ? [...lines, `${name}: ${words.changed}`] : lines;
}

/** Prints failures and skipped entries to stderr, and a summary line to stdout. */
export function printResult(
  result: ImportResult,
  stale: string[],
  job: ImportJob,
  { stdout, stderr }: { stdout: Writable; stderr: Writable },
): void {
  const { report, written, failures } = result;
  const diagnostics = Object.values(report.diagnostics).reduce((total, times) => total + times, 0);
  if (!job.quiet && diagnostics > MAX_LINES)
    stderr.write(`… ${diagnostics} diagnostics in all; the records list each with its place.\n`);
  const sorted = failures.toSorted((a, b) => (a.label < b.label ? -1 : 1));
  for (const { label, line, reason } of sorted) stderr.write(`${label}${line === null ? "" : `:${line}`}: ${reason}\n`);
  for (const line of stale) stderr.write(`${line}\n`);
  const skipped = Object.entries(report.skipped).map(([why, times]) => `${times} ${why}`);
  if (!job.quiet && skipped.length > 0) stderr.write(`Skipped: ${skipped.join(", ")}.\n`);
  const noticed = diagnostics === 0 ? "nothing to report" : count(diagnostics, "diagnostic");
  const failed = failures.length + stale.length;
  const folder = relative("", job.out) || ".";
  const end = job.check ? `${folder} is current` : `${written} written to ${folder}`;
  const counted = `${count(report.pages, "page")}, ${noticed}; `;
  stdout.write(`${counted}${failed === 0 ? end : job.check ? `${failed} failed` : `${end}, ${failed} failed`}.\n`);
}

/** A number with its noun, in the plural if need be. */
export const count = (number: number, name: string): string => `${number} ${name}${number === 1 ? "" : "s"}`;
