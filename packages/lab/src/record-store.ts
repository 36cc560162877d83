import type { ConnectionRecord } from "@wasclean/data/schema";

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
 * The records of connections: open ones as long as they live, ended ones for `recordMs`. What is too old is dropped when
 * somebody comes, so that no timer is needed; `maxRecords` bounds what waits for that.
 */
export class RecordStore {
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

  /** A record, or `undefined` where there is none any more. */
  get(id: string): ConnectionRecord | undefined {
    this.#drop();
    return this.#open.get(id) ?? this.#ended.get(id)?.record;
  }

  /** A connection begins. */
  add(record: ConnectionRecord): void {
    this.#open.set(record.id, record);
    this.#drop();
  }

  /** A connection is over. */
  end(record: ConnectionRecord): void {
    this.#open.delete(record.id);
    this.#ended.set(record.id, { record, at: this.#options.monotonic() });
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
