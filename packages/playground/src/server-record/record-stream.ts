import type { ConnectionRecord, WireEvent } from "@wasclean/schema";
import { ANSWER_LIMIT, readChunks } from "../observe/read-json.ts";
import { readConnectionRecord, readWireEvent, WIRE_LIMIT } from "../observe/read-record.ts";
import { EventLines } from "./event-lines.ts";

/** The effects of `streamRecord()`. */
export interface StreamEffects {
  fetch: (url: string, init: RequestInit) => Promise<Pick<Response, "ok" | "body">>;
  signal: AbortSignal;
  /** Called with the event of the wire at an index; again when that event grows. */
  onWire(event: WireEvent, index: number): void;
}

/**
 * Follows the lab's record of a connection. Resolves with the whole record at its end, or with `null` if the stream
 * breaks, is longer than 1 MB, or the signal is aborted. `EventSource` would keep an endless line until memory ends.
 */
export async function streamRecord(
  url: string,
  { fetch, signal, onWire }: StreamEffects,
): Promise<ConnectionRecord | null> {
  if (signal.aborted) return null;
  try {
    const headers = { Accept: "text/event-stream" };
    const { ok, body } = await fetch(url, { signal, headers, cache: "no-store", credentials: "omit" });
    const lines = new EventLines();
    for await (const chunk of readChunks(ok ? body : null, ANSWER_LIMIT)) {
      for (const { type, data, id } of lines.add(chunk)) {
        if (signal.aborted) return null;
        if (type === "end") return readConnectionRecord(parse(data));
        const event = type === "wire" ? readWireEvent(parse(data)) : null;
        const index = Number(id || Number.NaN);
        if (event && Number.isInteger(index) && index >= 0 && index < WIRE_LIMIT) onWire(event, index);
      }
    }
  } catch {
    // It broke, was too long, or was aborted.
  }
  return null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
