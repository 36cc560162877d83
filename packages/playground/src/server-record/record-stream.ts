import type { ConnectionRecord, WireEvent } from "@wasclean/schema";
import { isConnectionRecord, isWireEvent } from "../observe/fetch-connection-record.ts";

/** The most events that are taken: a lab keeps 100 of a connection unless told otherwise. */
const LIMIT = 1000;

/** The effects of `streamRecord()`. */
export interface StreamEffects {
  EventSource: new (url: string) => Pick<EventSource, "addEventListener" | "close">;
  signal: AbortSignal;
  /** Called with the event of the wire at an index; again when that event grows. */
  onWire(event: WireEvent, index: number): void;
}

/** Follows the lab's record of a connection. Resolves with the whole record at its end, or with `null` if the stream breaks or the signal is aborted. */
export function streamRecord(
  url: string,
  { EventSource, signal, onWire }: StreamEffects,
): Promise<ConnectionRecord | null> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(null);
    const source = new EventSource(url);
    const end = (record: ConnectionRecord | null) => {
      source.close();
      signal.removeEventListener("abort", stop);
      resolve(record);
    };
    const stop = () => end(null);
    signal.addEventListener("abort", stop);
    source.addEventListener("error", stop);
    source.addEventListener("wire", ({ data, lastEventId }) => {
      const event = parse(data);
      const index = Number(lastEventId);
      if (isWireEvent(event) && Number.isInteger(index) && index >= 0 && index < LIMIT) onWire(event, index);
    });
    source.addEventListener("end", ({ data }) => {
      const record = parse(data);
      end(isConnectionRecord(record) ? record : null);
    });
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
