import type { ConnectionRecord } from "@wasclean/schema";
import type { MaybePromise, Records } from "./records.ts";

/** A store of records that notifies listeners of what this lab writes to it. */
export class LiveRecords {
  readonly #store: Records;
  readonly #onEnd: (record: ConnectionRecord) => void;
  readonly #listeners = new Map<string, Set<() => void>>();

  constructor(store: Records, onEnd: (record: ConnectionRecord) => void = () => {}) {
    this.#store = store;
    this.#onEnd = onEnd;
  }

  /** See `Records`. */
  get isShared(): boolean {
    return this.#store.isShared;
  }

  /** See `Records`. */
  add(record: ConnectionRecord): void {
    this.#store.add(record);
    this.#tell(record.id);
  }

  /** See `Records`. */
  reserve(record: ConnectionRecord): MaybePromise<boolean> {
    const reserved = this.#store.reserve(record);
    if (typeof reserved !== "boolean") return reserved.then((isFree) => this.#reserved(record.id, isFree));
    return this.#reserved(record.id, reserved);
  }

  /** See `Records`. */
  changed(record: ConnectionRecord): void {
    this.#store.changed(record);
    this.#tell(record.id);
  }

  /** See `Records`. */
  end(record: ConnectionRecord): void {
    this.#store.end(record);
    this.#tell(record.id);
    this.#onEnd(record);
  }

  /** See `Records`. */
  get(id: string): MaybePromise<ConnectionRecord | undefined> {
    return this.#store.get(id);
  }

  /** See `Records`. */
  close(): Promise<void> {
    return this.#store.close();
  }

  /** Calls `listener` whenever this lab begins, changes or ends the record; the returned function stops that. */
  watch(id: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(id) ?? new Set();
    this.#listeners.set(id, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(id) === listeners) this.#listeners.delete(id);
    };
  }

  #reserved(id: string, isFree: boolean): boolean {
    if (isFree) this.#tell(id);
    return isFree;
  }

  #tell(id: string): void {
    if (this.#listeners.size === 0) return; // the usual case, once for every event on the wire
    for (const listener of this.#listeners.get(id) ?? []) listener();
  }
}
