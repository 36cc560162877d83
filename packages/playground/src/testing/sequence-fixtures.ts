import type { WireEvent } from "@wasclean/schema";
import type { ObservedEvent } from "../observe/observed-event.ts";
import type { SequenceSource } from "../sequence/sequence-model.ts";

/** A run for tests, with the events of both sides. */
export function runOf(
  events: ObservedEvent[],
  wire: WireEvent[],
  mode: SequenceSource["mode"] = "live",
): SequenceSource {
  return { mode, url: "ws://localhost/lab/x", events, wire, record: null };
}

/** An event of the page's: `open`, `error`, or an accepted `close(4001, "bye")`. */
export function pageEvent(at: number, kind: "open" | "error" | "close-called" | "send-called"): ObservedEvent {
  if (kind === "open") return { at, kind, protocol: "", extensions: "" };
  if (kind === "error") return { at, kind };
  if (kind === "send-called") return { at, kind, type: "text", length: 5, preview: "hello", exception: null };
  return { at, kind, code: 4001, reason: "bye", exception: null };
}

/** A `close` event. */
export function closeEvent(at: number, wasClean = true, reason = "bye"): ObservedEvent {
  return { at, kind: "close", code: wasClean ? 4001 : 1006, reason, wasClean };
}

/** The handshake's request, or the answer to it. */
export function handshake(at: number, by: WireEvent["by"]): WireEvent {
  const line =
    by === "client" ? "GET /lab/x?code=4001&connection=abcdefgh HTTP/1.1" : "HTTP/1.1 101 Switching Protocols";
  return { at, by, kind: "handshake", line };
}

/** A text frame of five bytes, or a Close frame with the code 4001. */
export function frame(at: number, by: WireEvent["by"], opcode: 1 | 8, reason = "bye"): WireEvent {
  const common = { at, by, kind: "frame", fin: true, rsv: 0, masked: by === "client", length: 5 } as const;
  return opcode === 8 ? { ...common, opcode, code: 4001, reason } : { ...common, opcode };
}

/** The end of TCP. */
export function tcpEnd(at: number, by: WireEvent["by"], kind: "fin" | "rst" = "fin"): WireEvent {
  return { at, by, kind };
}
