import type { ConnectionRecord } from "@wasclean/schema";
import type { Records } from "./records.ts";

/** How much is kept, and for how long. */
export interface RecordStoreOptions {
  /** In all, open ones included. */
  maxRecords: number;
  /** Milliseconds from a connection's end. */
  recordMs: number;
  /** Milliseconds since any fixed moment. */
  monotonic: () => number;
}

/**
 * The records of this lab's connections, in memory: open ones as long as they live, ended ones for `recordMs`. What is
 * too old is dropped when somebody comes, so that no timer is needed; `maxRecords` bounds what waits for that.
 */
export class RecordStore implements Records {
  readonly isShared = false;
  readonly #options: RecordStoreOptions;
  readonly #open = new Map<string, ConnectionRecord>();
  /** In the order in which they ended. */
  readonly #ended = new Map<string, { record: ConnectionRecord; at: number }>();

  constructor(options: RecordStoreOptions) {
    this.#options = options;
  }

  /** How many there are. */
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

  /** For how many more milliseconds a record is kept: `Infinity` while it is open, 0 where there is none. */
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
