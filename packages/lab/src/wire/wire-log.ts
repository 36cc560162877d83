import type { ConnectionRecord, WireEvent } from "@wasclean/schema";
import type { Clock } from "./clock.ts";
import { fromCloseBody } from "./close-frame.ts";
import { type Frame, OPCODE } from "./frame.ts";

/** One of the two ends of a connection. */
export type Side = WireEvent["by"];

let lastTime = { ms: Number.NaN, text: "" };

/** Formats a time; connections that begin within the same millisecond share the text. */
function toIsoString(ms: number): string {
  if (ms !== lastTime.ms) lastTime = { ms, text: new Date(ms).toISOString() };
  return lastTime.text;
}

/** Writes the record of one connection while it lives. Kept small, as is each event, because every connection has one. */
export class WireLog {
  readonly record: ConnectionRecord;
  readonly #clock: Clock;
  readonly #maxEvents: number;
  readonly #start: number;
  readonly #onChange: (record: ConnectionRecord) => void;

  constructor(
    names: { id: string; ending: string },
    clock: Clock,
    maxEvents: number,
    onChange: (record: ConnectionRecord) => void = () => {},
  ) {
    this.#onChange = onChange;
    this.#clock = clock;
    this.#maxEvents = maxEvents;
    this.#start = clock.monotonic();
    this.record = {
      id: names.id,
      ending: names.ending,
      startedAt: toIsoString(clock.wall()),
      state: "open",
      clientClose: null,
      clientEnd: null,
      events: [],
      truncated: false,
    };
  }

  /** Adds a handshake request or answer, by its first line. */
  handshake(by: Side, line: string): void {
    this.#add({ at: this.#now(), by, kind: "handshake", line });
  }

  /** Adds a complete frame; of payloads, only a Close frame's code and reason are kept. */
  frame(by: Side, { opcode, fin, rsv, masked, length, body }: Frame): void {
    const close = opcode === OPCODE.close ? fromCloseBody(body) : null;
    if (by === "client" && close !== null) this.record.clientClose ??= close;
    const at = this.#now();
    if (close === null) this.#add({ at, by, kind: "frame", opcode, fin, rsv, masked, length });
    else this.#add({ at, by, kind: "frame", opcode, fin, rsv, masked, length, code: close.code, reason: close.reason });
  }

  /** Adds bytes that are not a frame, to the last event if that is of bytes from the same side. */
  bytes(by: Side, length: number): void {
    const last = this.record.events.at(-1);
    if (last?.kind !== "bytes" || last.by !== by) {
      this.#add({ at: this.#now(), by, kind: "bytes", length });
      return;
    }
    last.length += length;
    this.#onChange(this.record);
  }

  /** Adds the FIN of one side. */
  fin(by: Side): void {
    if (by === "client") this.record.clientEnd ??= "fin";
    this.#add({ at: this.#now(), by, kind: "fin" });
  }

  /** Adds the RST of one side. */
  rst(by: Side): void {
    if (by === "client") this.record.clientEnd = "rst";
    this.#add({ at: this.#now(), by, kind: "rst" });
  }

  /** Adds a time-out of the lab. */
  timeout(): void {
    this.#add({ at: this.#now(), by: "server", kind: "timeout" });
  }

  /** Marks the record as ended: both directions are over. */
  end(): void {
    this.record.state = "ended";
  }

  /** Milliseconds since the start of the connection, to the microsecond. */
  #now(): number {
    return Math.round((this.#clock.monotonic() - this.#start) * 1000) / 1000;
  }

  #add(event: WireEvent): void {
    if (this.record.events.length >= this.#maxEvents) this.record.truncated = true;
    else this.record.events.push(event);
    this.#onChange(this.record);
  }
}
