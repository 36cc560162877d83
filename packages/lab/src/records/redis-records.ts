import { setTimeout as delay } from "node:timers/promises";
import type { ConnectionRecord } from "@wasclean/schema";
import { isConnectionId } from "./connection-id.ts";
import { RecordStore, type RecordStoreOptions } from "./record-store.ts";
import type { MaybePromise, Records } from "./records.ts";
import { RedisConnection } from "./redis-connection.ts";

const PREFIX = "wasclean:record:";
/** Milliseconds between two writes of the same record. */
const WRITE_MS = 50;
const RETRY_MS = 1_000;
const LAST_WRITES_MS = 300;

/** Limits of shared records. */
export interface RedisRecordsOptions extends RecordStoreOptions {
  /** The longest life of a connection, in milliseconds. */
  totalMs: number;
}

/**
 * The records of this lab's connections in memory, and a copy of each in Redis or Valkey, where other labs read it.
 * Connections do not wait for the copy; only an id chosen by a client is reserved first. While the server is away the
 * lab goes on alone; once the server is back, the lab writes all records that it still has.
 */
export class RedisRecords implements Records {
  readonly isShared = true;
  readonly #options: RedisRecordsOptions;
  readonly #own: RecordStore;
  readonly #redis: RedisConnection;
  /** Ids whose reservation is under way. */
  readonly #reserving = new Set<string>();
  /** Ids of records changed since they were last written, at most `maxRecords`. */
  readonly #unwritten = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> | null = null;
  #closed = false;

  private constructor(redis: RedisConnection, options: RedisRecordsOptions) {
    this.#options = options;
    this.#own = new RecordStore(options);
    this.#redis = redis;
  }

  /** See `connectRedisRecords`. */
  static async connect(url: string, options: RedisRecordsOptions, report: (line: string) => void) {
    let records: RedisRecords | null = null;
    const redis = await RedisConnection.open(url, { report, onBack: () => records?.writeAll() });
    records = new RedisRecords(redis, options);
    return records;
  }

  add(record: ConnectionRecord): void {
    this.#own.add(record);
    this.changed(record);
  }

  reserve(record: ConnectionRecord): MaybePromise<boolean> {
    const { id } = record;
    if (this.#reserving.has(id) || this.#own.get(id) !== undefined) return false;
    if (this.#redis.isReady) return this.#reserveThere(record);
    this.add(record);
    return true;
  }

  changed({ id }: ConnectionRecord): void {
    this.#unwritten.add(id);
    if (this.#unwritten.size > this.#options.maxRecords) {
      for (const oldest of this.#unwritten) {
        this.#unwritten.delete(oldest);
        break;
      }
    }
    this.#schedule(WRITE_MS);
  }

  end(record: ConnectionRecord): void {
    this.#own.end(record);
    this.changed(record);
  }

  get(id: string): MaybePromise<ConnectionRecord | undefined> {
    const own = this.#own.get(id);
    if (own !== undefined) return own;
    return isConnectionId(id) ? this.#getThere(id) : undefined;
  }

  /** Writes all of this lab's records. */
  writeAll(): void {
    for (const id of this.#own.ids()) this.#unwritten.add(id);
    this.#schedule(0);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    const last = async () => {
      await this.#writing;
      await this.#write();
    };
    await Promise.race([last(), delay(LAST_WRITES_MS, undefined, { ref: false })]);
    this.#redis.close();
  }

  async #reserveThere(record: ConnectionRecord): Promise<boolean> {
    this.#reserving.add(record.id);
    try {
      const isFree = await this.#redis.setIfNew(PREFIX + record.id, JSON.stringify(record), this.#expiryOfOpen());
      if (isFree) this.#own.add(record);
      return isFree;
    } catch {
      this.add(record); // an id in use twice is better than no connection
      return true;
    } finally {
      this.#reserving.delete(record.id);
    }
  }

  async #getThere(id: string): Promise<ConnectionRecord | undefined> {
    const text = await this.#redis.get(PREFIX + id);
    return text === null ? undefined : fromText(text, id);
  }

  #expiryOfOpen(): number {
    return this.#options.totalMs + this.#options.recordMs;
  }

  #schedule(ms: number): void {
    if (this.#closed || this.#writing !== null) return; // the write under way looks for later changes at its end
    if (ms === 0) clearTimeout(this.#timer);
    else if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#writing = this.#writeAndGoOn();
    }, ms);
  }

  async #writeAndGoOn(): Promise<void> {
    const allWritten = await this.#write();
    this.#writing = null;
    if (this.#unwritten.size > 0) this.#schedule(allWritten ? WRITE_MS : RETRY_MS);
  }

  /** Writes the changed records; `false` if some could not be written and are left for later. Never rejects. */
  async #write(): Promise<boolean> {
    if (!this.#redis.isReady) return false;
    const ids = [...this.#unwritten];
    this.#unwritten.clear();
    const written = await Promise.all(ids.map((id) => this.#writeOne(id)));
    return written.every(Boolean);
  }

  async #writeOne(id: string): Promise<boolean> {
    const record = this.#own.get(id);
    if (record === undefined) return true; // the record was dropped first
    const expiresMs = Math.ceil(Math.min(this.#expiryOfOpen(), this.#own.remainingMs(id)));
    if (expiresMs <= 0) return true;
    try {
      await this.#redis.set(PREFIX + id, JSON.stringify(record), expiresMs);
      return true;
    } catch {
      this.#unwritten.add(id);
      return false;
    }
  }
}

/** A record from JSON text; `undefined` for anything else. */
function fromText(text: string, id: string): ConnectionRecord | undefined {
  try {
    const record = JSON.parse(text) as ConnectionRecord | null;
    return record?.id === id && Array.isArray(record.events) ? record : undefined;
  } catch {
    return undefined;
  }
}
