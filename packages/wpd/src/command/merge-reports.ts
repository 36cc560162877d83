import { type Report, ReportSchema } from "@wasclean/schema";
import { byPath, toSortedRecord } from "./import-counts.ts";
import { InputError } from "./input-error.ts";

/** A report and its file. */
interface NamedReport {
  file: string;
  report: Report;
}

/** Parses the text of a report's file. Throws an InputError if it is not a report. */
export function parseReport(text: string): Report {
  try {
    const parsed = ReportSchema.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0];
    throw new InputError(`not a report of an import: ${issue?.path.join(".") || "all of it"}: ${issue?.message}`);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`not a report of an import: ${(error as Error).message}`);
  }
}

/** Merges the reports of all parts into that of the whole. Throws an InputError unless each part is there exactly once. */
export function mergeReports(parts: readonly NamedReport[]): Report {
  checkParts(parts);
  const reports = parts.map(({ report }) => report);
  const sum = (of: (report: Report) => number) => reports.reduce((total, report) => total + of(report), 0);
  const join = (of: (report: Report) => Record<string, number>) => {
    const names = new Set(reports.flatMap((report) => Object.keys(of(report))));
    return toSortedRecord([...names].map((name) => [name, sum((report) => countOf(of(report), name))]));
  };
  return {
    format: 1,
    shard: null,
    pages: sum(({ pages }) => pages),
    kinds: join(({ kinds }) => kinds),
    templates: join(({ templates }) => templates),
    diagnostics: join(({ diagnostics }) => diagnostics),
    links: join(({ links }) => links),
    skipped: join(({ skipped }) => skipped),
    bytes: { source: sum(({ bytes }) => bytes.source), records: sum(({ bytes }) => bytes.records) },
    failures: reports.flatMap(({ failures }) => failures).sort(byPath),
    seconds: Math.round(sum(({ seconds }) => seconds) * 1000) / 1000,
  };
}

const countOf = (counts: Record<string, number>, name: string): number =>
  Object.hasOwn(counts, name) ? (counts[name] ?? 0) : 0;

function checkParts(parts: readonly NamedReport[]): void {
  const seen = new Map<number, string>();
  const [first] = parts;
  for (const { file, report } of parts) {
    const { shard } = report;
    if (shard === null) throw new InputError(`${file}: the report of a whole import, not of a part (--shard)`);
    if (first?.report.shard && shard.of !== first.report.shard.of)
      throw new InputError(`${file}: one part in ${shard.of}, but ${first.file} is one in ${first.report.shard.of}`);
    if (first?.report.shard && shard.listing !== first.report.shard.listing)
      throw new InputError(`${file}: a part of another input than ${first.file}; import all parts of the same pages`);
    const other = seen.get(shard.index);
    if (other !== undefined) throw new InputError(`${file}: part ${shard.index}, as is ${other}`);
    seen.set(shard.index, file);
  }
  const of = first?.report.shard?.of ?? 0;
  const missing = Array.from({ length: of }, (_, place) => place + 1).filter((index) => !seen.has(index));
  if (missing.length === 0) return;
  const named = missing.slice(0, 20).join(", ") + (missing.length > 20 ? ", …" : "");
  throw new InputError(`${missing.length} of ${of} parts missing: ${named}`);
}
