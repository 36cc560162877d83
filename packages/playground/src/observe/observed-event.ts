import type { CloseCode } from "./close-codes.ts";

/** An exception: the `name` and `message` of a DOMException or Error. */
export interface ThrownException {
  name: string;
  message: string;
}

/** A message's kind, its length in bytes (of UTF-8, for text), and its beginning: characters of text, or bytes in hexadecimal. */
export interface MessageSummary {
  type: "text" | "binary";
  length: number;
  preview: string;
}

/** The kinds of events of a connection, with their fields; the first four are the socket's events. */
export type ObservedFact =
  | { kind: "open"; protocol: string; extensions: string }
  | ({ kind: "message" } & MessageSummary)
  | { kind: "error" }
  | { kind: "close"; code: CloseCode; reason: string; wasClean: boolean }
  /** The constructor threw: there is no socket. */
  | ({ kind: "exception" } & ThrownException)
  /** `close()` was called through the observer; an argument that was not given is `null`. */
  | { kind: "close-called"; code: number | null; reason: string | null; exception: ThrownException | null }
  /** `send()` was called through the observer. */
  | ({ kind: "send-called"; exception: ThrownException | null } & MessageSummary)
  /** The signal was aborted: the socket was closed, and nothing later is recorded. */
  | { kind: "abort" };

/** One event of a connection; `at` is in milliseconds since `observe()` was called. */
export type ObservedEvent = { at: number } & ObservedFact;

/** The `close` event among those observed, or `undefined`. */
export function closeOf(events: readonly ObservedEvent[]) {
  return events.find((event) => event.kind === "close");
}
