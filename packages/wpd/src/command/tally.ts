import { hash } from "node:crypto";
import type { ImportFailure, Report } from "@wasclean/schema";
import type { RecordOutcome } from "./performer.ts";
import type { Shard } from "./shard.ts";

/** Counts what happens in an import. */
export interface Tally {
  addRecord(record: RecordOutcome): void;
  addFailure(failure: ImportFailure): void;
  addSkipped(why: string): void;
  /** The report of the whole or of a part; `listing` are the names of all pages of the input. */
  toReport(part: { shard: Shard | null; listing: readonly string[]; seconds: number }): Report;
}

/** Makes a tally. */
export function createTally(): Tally {
  const counts = { kinds: newCounts(), templates: newCounts(), diagnostics: newCounts(), links: newCounts() };
  const skipped = newCounts();
  const bytes = { source: 0, records: 0 };
  const failures: ImportFailure[] = [];
  let pages = 0;
  return {
    addRecord(record) {
      pages++;
      count(counts.kinds, record.kind);
      for (const [name, times] of Object.entries(record.templates)) count(counts.templates, name, times);
      for (const [outcome, times] of Object.entries(record.links)) count(counts.links, outcome, times);
      for (const code of record.codes) count(counts.diagnostics, code);
      bytes.source += record.sourceBytes;
      bytes.records += record.recordBytes;
    },
    addFailure: (failure) => failures.push(failure),
    addSkipped: (why) => count(skipped, why),
    toReport: ({ shard, listing, seconds }) => ({
      format: 1,
      shard: shard && { ...shard, listing: hash("sha256", [...listing].sort().join("\n")) },
      pages,
      kinds: toRecord(counts.kinds),
      templates: toRecord(counts.templates),
      diagnostics: toRecord(counts.diagnostics),
      links: toRecord(counts.links),
      skipped: toRecord(skipped),
      bytes,
      failures: failures.sort(byPath),
      seconds: Math.round(seconds * 1000) / 1000,
    }),
  };
}

type Counts = Map<string, number>;
const newCounts = (): Counts => new Map();

function count(counts: Counts, name: string, times = 1): void {
  counts.set(name, (counts.get(name) ?? 0) + times);
}

/** In one order, whatever came first. */
export const toRecord = (counts: Iterable<[string, number]>): Record<string, number> =>
  Object.fromEntries([...counts].sort(([a], [b]) => compare(a, b)));

/** The order of failures in a report. */
export const byPath = (a: ImportFailure, b: ImportFailure): number =>
  compare(a.path, b.path) || compare(a.reason, b.reason);

/** By code units: the same on every machine. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
