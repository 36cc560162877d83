import type { ConnectionRecord } from "@wasclean/schema";
import type { Records } from "./records.ts";

/** Limits on the number and age of records. */
export interface RecordStoreOptions {
  /** Records in all, including those of open connections. */
  maxRecords: number;
  /** Milliseconds from a connection's end. */
  recordMs: number;
  /** Milliseconds since any fixed moment. */
  monotonic: () => number;
}

/**
 * The records of this lab's connections, in memory: open ones as long as they live, ended ones for `recordMs`. Expired
 * records are dropped at the next call, which saves a timer; `maxRecords` bounds their number until then.
 */
export class RecordStore implements Records {
  readonly isShared = false;
  readonly #options: RecordStoreOptions;
  readonly #open = new Map<string, ConnectionRecord>();
  /** Ended records, in the order of their ends. */
  readonly #ended = new Map<string, { record: ConnectionRecord; at: number }>();

  constructor(options: RecordStoreOptions) {
    this.#options = options;
  }

  /** The number of records. */
  get size(): number {
    return this.#open.size + this.#ended.size;
  }

  get(id: string): ConnectionRecord | undefined {
    this.#drop();
    return this.#open.get(id) ?? this.#ended.get(id)?.record;
  }

  add(record: ConnectionRecord): void {
    this.#open.set(record.id, record);
    this.#drop();
  }

  reserve(record: ConnectionRecord): boolean {
    if (this.get(record.id) !== undefined) return false;
    this.add(record);
    return true;
  }

  changed(): void {}

  end(record: ConnectionRecord): void {
    this.#open.delete(record.id);
    this.#ended.set(record.id, { record, at: this.#options.monotonic() });
  }

  async close(): Promise<void> {}

  /** The ids of all records, open ones first. */
  ids(): string[] {
    return [...this.#open.keys(), ...this.#ended.keys()];
  }

  /** Milliseconds for which a record is still kept: `Infinity` while it is open, 0 if it does not exist. */
  remainingMs(id: string): number {
    if (this.#open.has(id)) return Infinity;
    const ended = this.#ended.get(id);
    if (ended === undefined) return 0;
    return Math.max(0, ended.at + this.#options.recordMs - this.#options.monotonic());
  }

  #drop(): void {
    const { maxRecords, recordMs, monotonic } = this.#options;
    const oldest = monotonic() - recordMs;
    for (const [id, { at }] of this.#ended) {
      if (at > oldest && this.size <= maxRecords) return;
      this.#ended.delete(id);
    }
  }
}
