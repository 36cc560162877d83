import type { ConnectionRecord } from "@wasclean/schema";

/** A value, at once where that is possible: `await` costs a turn even where there is nothing to wait for. */
export type MaybePromise<T> = T | Promise<T>;

/**
 * Where the records of connections are kept. `RecordStore` keeps them in memory, `RedisRecords` shares them with other
 * labs. A record given to `add` or `reserve` is alive: the lab changes it until the connection has ended.
 */
export interface Records {
  /** Whether other labs write here too, so that a record may change without a call of `changed`. */
  readonly isShared: boolean;
  /** A connection begins, under an id that the lab made at random. */
  add(record: ConnectionRecord): void;
  /** A connection would begin, under an id that its client chose; `false` where that is taken. Never rejects. */
  reserve(record: ConnectionRecord): MaybePromise<boolean>;
  /** The record has changed. */
  changed(record: ConnectionRecord): void;
  /** The connection is over. */
  end(record: ConnectionRecord): void;
  /**
   * A record, or `undefined` where there is none any more: of this lab at once, of another one by a promise.
   * That rejects with `RecordsUnavailableError` where the other lab's records cannot be reached.
   */
  get(id: string): MaybePromise<ConnectionRecord | undefined>;
  /** Writes down what is still to be written, within 300 ms. The lab calls it when it closes. */
  close(): Promise<void>;
}

/** The records of other labs cannot be reached for now; those of this lab can. */
export class RecordsUnavailableError extends Error {
  override readonly name = "RecordsUnavailableError";
}
