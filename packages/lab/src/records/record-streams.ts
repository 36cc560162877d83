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

/** The id of the last event, after which there is nothing more to come. */
const END_ID = "end";

/** Streams records while they are written: https://html.spec.whatwg.org/multipage/server-sent-events.html */
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

  /** How many there are. */
  get size(): number {
    return this.#open.size;
  }

  /** Answers a request with a stream, or with a refusal. */
  open(request: StreamRequest): void {
    const { id, method, lastEventId, response, headers, refuse } = request;
    if (lastEventId === END_ID) {
      response.writeHead(204, headers).end(); // an EventSource that connects again after the end stops by this
    } else if (this.#stopping) {
      refuse(REFUSAL.stopping());
    } else if (!isConnectionId(id)) {
      refuse(REFUSAL.connectionUnknown());
    } else if (method === "HEAD") {
      void this.#head(request);
    } else if (this.#open.size >= this.#limits.maxStreams) {
      refuse(REFUSAL.tooManyStreams(this.#limits.maxStreams));
    } else {
      const stream = new RecordStream(this.#records, { ...this.#limits, ...this.#timing }, request);
      this.#open.add(stream);
      response.once("close", () => this.#open.delete(stream));
      stream.start();
    }
  }

  /** From now on new streams are refused. */
  stop(): void {
    this.#stopping = true;
  }

  /** Ends all streams, with what there is to tell. */
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
