import type { ServerResponse } from "node:http";
import type { ConnectionRecord } from "@wasclean/schema";
import { SECURITY_HEADERS } from "../responses/http-response.ts";
import { REFUSAL, type Refusal } from "../responses/refusal.ts";
import type { LiveRecords } from "./live-records.ts";

/** Intervals of a stream, in milliseconds. */
export interface StreamTiming {
  /** Milliseconds between comments that keep a quiet stream alive. */
  heartbeatMs: number;
  /** Milliseconds between reads of another lab's record. */
  pollMs: number;
}

/** The limits of streams; see `DEFAULT_LIMITS`. */
export interface StreamLimits {
  maxStreams: number;
  /** Milliseconds for a connection to begin. */
  handshakeMs: number;
  totalMs: number;
  recordMs: number;
}

/** A request for a stream, GET or HEAD. */
export interface StreamRequest {
  id: string;
  method: string;
  lastEventId: string | string[] | undefined;
  response: ServerResponse;
  /** Headers of every answer. */
  headers: Record<string, string>;
  /** Answers with a refusal. */
  refuse: (refusal: Refusal) => void;
}

/** Headers of a stream. */
export const STREAM_HEADERS = {
  ...SECURITY_HEADERS,
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-store",
};

const MAX_BUFFERED_BYTES = 1_048_576;

/** A client that receives the events of one connection as they happen. */
export class RecordStream {
  readonly #records: LiveRecords;
  readonly #limits: StreamLimits & StreamTiming;
  readonly #request: StreamRequest;
  readonly #timers: NodeJS.Timeout[] = [];
  #unwatch: () => void = () => {};
  #scheduled: NodeJS.Immediate | undefined;
  #looking = false;
  #lookAgain = false;
  #begun = false;
  /** Whether the record is this lab's own, which needs no polling. */
  #isOurs = false;
  #over = false;
  /** The answer if the connection does not begin in time. */
  #refusal = REFUSAL.connectionUnknown();
  /** The index of the event to send next. */
  #next: number;
  /** The length in the last event sent, if that is an event of bytes, which may grow. */
  #toldLength = -1;

  constructor(records: LiveRecords, limits: StreamLimits & StreamTiming, request: StreamRequest) {
    this.#records = records;
    this.#limits = limits;
    this.#request = request;
    const last = String(request.lastEventId ?? "");
    this.#next = /^\d{1,9}$/.test(last) ? Number(last) + 1 : 0;
  }

  /** Starts the stream; the response's head is sent once the connection has begun. */
  start(): void {
    const { handshakeMs, totalMs, recordMs, heartbeatMs, pollMs } = this.#limits;
    const { response, id } = this.#request;
    response.once("close", () => this.#clear());
    response.on("error", () => {}); // the client has gone: "close" follows
    this.#unwatch = this.#records.watch(id, () => this.#schedule());
    this.#timers.push(
      setTimeout(() => this.#refuse(this.#refusal), handshakeMs),
      setTimeout(() => this.#finish(), handshakeMs + totalMs + recordMs), // no record lives longer
      setInterval(() => this.#begun && this.#write(":\n\n"), heartbeatMs),
    );
    if (this.#records.isShared) this.#timers.push(setInterval(() => this.#isOurs || this.#look(), pollMs));
    this.#look();
  }

  /** Sends the current record and closes the stream. */
  stop(): void {
    const record = this.#records.get(this.#request.id);
    if (record !== undefined && !(record instanceof Promise)) this.#tell(record);
    this.#refuse(REFUSAL.stopping());
    this.#finish();
  }

  /** Turns all events of one turn into one write. */
  #schedule(): void {
    this.#scheduled ??= setImmediate(() => {
      this.#scheduled = undefined;
      this.#look();
    });
  }

  #look(): void {
    if (this.#over) return;
    if (this.#looking) {
      this.#lookAgain = true;
      return;
    }
    const record = this.#records.get(this.#request.id);
    this.#isOurs = record !== undefined && !(record instanceof Promise);
    if (record instanceof Promise) void this.#lookElsewhere(record);
    else this.#tell(record);
  }

  async #lookElsewhere(record: Promise<ConnectionRecord | undefined>): Promise<void> {
    this.#looking = true;
    try {
      const found = await record;
      this.#refusal = REFUSAL.connectionUnknown();
      this.#tell(found);
    } catch {
      this.#refusal = REFUSAL.recordsUnavailable(); // for now: the connection may still begin, or the records come back
    }
    this.#looking = false;
    if (!this.#lookAgain) return;
    this.#lookAgain = false;
    this.#look();
  }

  #tell(record: ConnectionRecord | undefined): void {
    if (this.#over) return;
    if (record === undefined) {
      if (this.#begun) this.#finish(); // dropped before its end: its lab has crashed
      return;
    }
    this.#begin();
    const text = this.#newEvents(record) + (record.state === "ended" ? toEvent("end", "end", record) : "");
    if (text !== "") this.#write(text);
    if (record.state === "ended") this.#finish();
  }

  #begin(): void {
    if (this.#begun) return;
    this.#begun = true;
    const { response, headers } = this.#request;
    response.writeHead(200, { ...STREAM_HEADERS, ...headers }).flushHeaders();
  }

  #newEvents({ events }: ConnectionRecord): string {
    const last = events[this.#next - 1];
    const hasGrown = last?.kind === "bytes" && last.length !== this.#toldLength;
    const first = hasGrown ? this.#next - 1 : this.#next;
    if (first >= events.length) return "";
    const newest = events.at(-1);
    this.#next = events.length;
    this.#toldLength = newest?.kind === "bytes" ? newest.length : -1;
    return events
      .slice(first)
      .map((event, index) => toEvent("wire", first + index, event))
      .join("");
  }

  #write(text: string): void {
    const { response } = this.#request;
    response.write(text);
    if (response.writableLength > MAX_BUFFERED_BYTES) response.destroy(); // the client does not read
  }

  #refuse(refusal: Refusal): void {
    if (this.#begun || this.#over) return;
    this.#clear();
    this.#request.refuse(refusal);
  }

  #finish(): void {
    if (this.#over) return;
    this.#clear();
    this.#request.response.end();
  }

  #clear(): void {
    this.#over = true;
    this.#unwatch();
    clearImmediate(this.#scheduled);
    for (const timer of this.#timers) clearTimeout(timer);
  }
}

/** An event of the stream. JSON.stringify writes no line breaks, so one line of data is enough. */
function toEvent(event: string, id: string | number, data: unknown): string {
  return `event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`;
}
