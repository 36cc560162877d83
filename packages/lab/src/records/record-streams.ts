import { SECURITY_HEADERS } from "../responses/http-response.ts";
import { REFUSAL } from "../responses/refusal.ts";
import { isConnectionId } from "./connection-id.ts";
import type { LiveRecords } from "./live-records.ts";
import {
  RecordStream,
  STREAM_HEADERS,
  type StreamLimits,
  type StreamRequest,
  type StreamTiming,
} from "./record-stream.ts";

const TIMING: StreamTiming = { heartbeatMs: 15_000, pollMs: 250 };

/** The id of a stream's last event. */
const END_ID = "end";

/** All open streams of records: https://html.spec.whatwg.org/multipage/server-sent-events.html */
export class RecordStreams {
  readonly #records: LiveRecords;
  readonly #limits: StreamLimits;
  readonly #timing: StreamTiming;
  readonly #open = new Set<RecordStream>();
  #stopping = false;

  constructor(records: LiveRecords, limits: StreamLimits, timing: StreamTiming = TIMING) {
    this.#records = records;
    this.#limits = limits;
    this.#timing = timing;
  }

  /** The number of open streams. */
  get size(): number {
    return this.#open.size;
  }

  /** Answers a request with a stream, or with a refusal. */
  open(request: StreamRequest): void {
    const { id, method, lastEventId, response, headers, refuse } = request;
    if (lastEventId === END_ID) {
      response.writeHead(204, { ...SECURITY_HEADERS, ...headers }).end(); // stops an EventSource that reconnects after the end
    } else if (this.#stopping) {
      refuse(REFUSAL.stopping());
    } else if (!isConnectionId(id)) {
      refuse(REFUSAL.connectionUnknown());
    } else if (method === "HEAD") {
      void this.#head(request); // rejects only for a fault, which ends the connection
    } else if (this.#open.size >= this.#limits.maxStreams) {
      refuse(REFUSAL.tooManyStreams(this.#limits.maxStreams));
    } else {
      const stream = new RecordStream(this.#records, { ...this.#limits, ...this.#timing }, request);
      this.#open.add(stream);
      response.once("close", () => this.#open.delete(stream));
      stream.start();
    }
  }

  /** Refuses all later streams. */
  stop(): void {
    this.#stopping = true;
  }

  /** Sends the current records and closes all streams. */
  close(): void {
    this.stop();
    for (const stream of this.#open) stream.stop();
  }

  async #head({ id, response, headers, refuse }: StreamRequest): Promise<void> {
    try {
      const record = await this.#records.get(id);
      if (record === undefined) refuse(REFUSAL.connectionUnknown());
      else response.writeHead(200, { ...STREAM_HEADERS, ...headers }).end();
    } catch {
      refuse(REFUSAL.recordsUnavailable());
    }
  }
}
