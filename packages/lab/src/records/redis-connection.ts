import type { createClient } from "@redis/client";
import { RecordsUnavailableError } from "./records.ts";
import { fromRecordsUrl, type RecordsAddress } from "./records-address.ts";

const START_MS = 3_000;
const ANSWER_MS = 1_000;
/** Milliseconds of silence, even to a PING, after which the connection is dropped and made anew. */
const SILENT_MS = 3_000;
const RETRY_MS = { first: 100, most: 2_000, start: 200 };
const MAX_COMMANDS = 16_384;

type Client = ReturnType<typeof createClient>;

/** Listeners of a connection. */
export interface RedisEvents {
  /** Takes a line of text when the server goes away or refuses to write, and one when it is back. */
  report(line: string): void;
  /** The server is back; it may have lost what it had. */
  onBack(): void;
}

/** A connection to Redis or Valkey that reconnects by itself. Its methods reject with `RecordsUnavailableError` only. */
export class RedisConnection {
  readonly #name: string;
  readonly #client: Client;
  readonly #events: RedisEvents;
  /** Why the server is away, or `null`. Any answer ends silence; only a successful write ends a refusal to write. */
  #away: "silent" | "other" | null = null;

  #isClosed = false;

  private constructor({ name }: RecordsAddress, client: Client, events: RedisEvents) {
    this.#name = name;
    this.#client = client;
    this.#events = events;
    client.on("error", (error) => this.#lost(error));
    client.on("ready", () => {
      this.#found();
      events.onBack();
    });
  }

  /**
   * Connects, for up to 3 s.
   * @throws {RecordsUnavailableError} if that fails, with the address and the reason.
   * @throws {RangeError} for a URL that is not one of Redis.
   */
  static async open(url: string, events: RedisEvents): Promise<RedisConnection> {
    const address = fromRecordsUrl(url);
    if (address === null) throw new RangeError("the records' URL is not of the form redis://host:port/db");
    const { createClient } = await import("@redis/client"); // loaded only by labs that share their records
    let started = false;
    let reason: unknown;
    const client: Client = createClient({
      url: address.url,
      name: "wasclean-lab",
      disableClientInfo: true,
      disableOfflineQueue: true, // records are written again later, as they are then
      commandsQueueMaxLength: MAX_COMMANDS,
      maintNotifications: "disabled",
      pingInterval: SILENT_MS / 3,
      socket: {
        connectTimeout: START_MS,
        socketTimeout: SILENT_MS,
        reconnectStrategy: (retries) =>
          started ? Math.min(RETRY_MS.first * 2 ** Math.min(retries, 8), RETRY_MS.most) : RETRY_MS.start,
      },
    });
    const note = (error: unknown) => {
      reason = error;
    };
    client.on("error", note);
    try {
      await within(START_MS, client.connect());
    } catch (error) {
      if (client.isOpen) client.destroy();
      throw new RecordsUnavailableError(`cannot reach ${address.name}: ${toReason(reason ?? error)}`);
    }
    started = true;
    const connection = new RedisConnection(address, client, events);
    client.off("error", note);
    return connection;
  }

  /** Whether the server is expected to answer. */
  get isReady(): boolean {
    return this.#client.isReady;
  }

  /** The value of a key, or `null`. */
  async get(key: string): Promise<string | null> {
    return this.#answer(() => this.#client.get(key));
  }

  /** Sets a key that expires after `ms` milliseconds. */
  async set(key: string, value: string, expiresMs: number): Promise<void> {
    await this.#answer(() => this.#client.set(key, value, { expiration: { type: "PX", value: expiresMs } }));
    this.#found();
  }

  /** Sets a key unless it exists; returns whether it did so. */
  async setIfNew(key: string, value: string, expiresMs: number): Promise<boolean> {
    const options = { expiration: { type: "PX", value: expiresMs }, condition: "NX" } as const;
    return (await this.#answer(() => this.#client.set(key, value, options))) !== null;
  }

  /** Closes the connection; unanswered commands are lost. */
  close(): void {
    this.#isClosed = true; // the client rejects unanswered commands
    if (this.#client.isOpen) this.#client.destroy();
  }

  async #answer<T>(ask: () => Promise<T>): Promise<T> {
    try {
      const answer = await within(ANSWER_MS, ask());
      if (this.#away === "silent") this.#found();
      return answer;
    } catch (error) {
      if (this.#client.isReady) this.#lost(error); // otherwise the client reports it itself
      throw new RecordsUnavailableError(toReason(error));
    }
  }

  #lost(error: unknown): void {
    if (this.#away !== null || this.#isClosed) return;
    this.#away = error instanceof SilenceError ? "silent" : "other";
    const meanwhile = "connections end as before, and records of other labs are answered 503 RECORDS_UNAVAILABLE";
    this.#events.report(`${this.#name} is away (${toReason(error)}); until it is back ${meanwhile}`);
  }

  #found(): void {
    if (this.#away === null) return;
    this.#away = null;
    this.#events.report(`${this.#name} is back`);
  }
}

class SilenceError extends Error {}

/** Rejects after `ms`; the late result is ignored. */
async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new SilenceError(`no answer within ${ms / 1_000} s`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** An error in one line. A name with several addresses fails with an AggregateError, whose text is in its parts. */
function toReason(error: unknown): string {
  if (error instanceof AggregateError && error.message === "") return error.errors.map(toReason).join(", ");
  const text = error instanceof Error ? error.message || error.name : String(error);
  return text.split("\n", 1)[0] ?? "";
}
