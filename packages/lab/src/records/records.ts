import type { ConnectionRecord } from "@wasclean/schema";

/** A value, or a promise of it: `await` costs a turn even for a value that is at hand. */
export type MaybePromise<T> = T | Promise<T>;

/**
 * A store of connection records. `RecordStore` keeps them in memory, `RedisRecords` shares them with other labs. The lab
 * goes on changing a record passed to `add` or `reserve` until its connection has ended.
 */
export interface Records {
  /** Whether other labs write here too: then records may change without a call of `changed`. */
  readonly isShared: boolean;
  /** Adds the record of a connection whose id the lab made at random. */
  add(record: ConnectionRecord): void;
  /** Adds the record of a connection whose id its client chose; `false` if the id is taken. Never rejects. */
  reserve(record: ConnectionRecord): MaybePromise<boolean>;
  /** The record has changed. */
  changed(record: ConnectionRecord): void;
  /** The connection is over. */
  end(record: ConnectionRecord): void;
  /**
   * A record, or `undefined` if there is none: a value for this lab's own, a promise for another lab's. The promise
   * rejects with `RecordsUnavailableError` if the other labs' records cannot be reached.
   */
  get(id: string): MaybePromise<ConnectionRecord | undefined>;
  /** Writes pending changes, within 300 ms. Called when the lab closes. */
  close(): Promise<void>;
}

/** The records of other labs cannot be reached for now; those of this lab can. */
export class RecordsUnavailableError extends Error {
  override readonly name = "RecordsUnavailableError";
}
