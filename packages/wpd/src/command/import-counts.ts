import { hash } from "node:crypto";
import type { ImportFailure, Report } from "@wasclean/schema";
import type { RecordOutcome } from "./page-importer.ts";
import type { Shard } from "./shard.ts";

/** Counts the records, failures and skipped pages of an import. */
export class ImportCounts {
  #pages = 0;
  readonly #kinds = new Counter();
  readonly #templates = new Counter();
  readonly #diagnostics = new Counter();
  readonly #links = new Counter();
  readonly #skipped = new Counter();
  readonly #bytes = { source: 0, records: 0 };
  readonly #failures: ImportFailure[] = [];

  addRecord(record: RecordOutcome): void {
    this.#pages++;
    this.#kinds.add(record.kind);
    for (const [name, times] of Object.entries(record.templates)) this.#templates.add(name, times);
    for (const [outcome, times] of Object.entries(record.links)) this.#links.add(outcome, times);
    for (const code of record.codes) this.#diagnostics.add(code);
    this.#bytes.source += record.sourceBytes;
    this.#bytes.records += record.recordBytes;
  }

  addFailure(failure: ImportFailure): void {
    this.#failures.push(failure);
  }

  addSkipped(reason: string): void {
    this.#skipped.add(reason);
  }

  /** The report of the whole or of a part; `listing` has the names of all pages of the input. */
  toReport({ shard, listing, seconds }: { shard: Shard | null; listing: readonly string[]; seconds: number }): Report {
    return {
      format: 1,
      shard: shard && { ...shard, listing: hash("sha256", [...listing].sort().join("\n")) },
      pages: this.#pages,
      kinds: this.#kinds.toRecord(),
      templates: this.#templates.toRecord(),
      diagnostics: this.#diagnostics.toRecord(),
      links: this.#links.toRecord(),
      skipped: this.#skipped.toRecord(),
      bytes: { ...this.#bytes },
      failures: this.#failures.toSorted(byPath),
      seconds: Math.round(seconds * 1000) / 1000,
    };
  }
}

/** Counts by name. */
class Counter {
  readonly #counts = new Map<string, number>();

  add(name: string, times = 1): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + times);
  }

  toRecord(): Record<string, number> {
    return toSortedRecord(this.#counts);
  }
}

/** Counts as an object, sorted by name. */
export const toSortedRecord = (counts: Iterable<[string, number]>): Record<string, number> =>
  Object.fromEntries([...counts].sort(([a], [b]) => compare(a, b)));

/** The order of failures in a report. */
export const byPath = (a: ImportFailure, b: ImportFailure): number =>
  compare(a.path, b.path) || compare(a.reason, b.reason);

/** By code units: the same on every machine. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
