import type { CloseCode } from "./close-codes.ts";

/** What was thrown: the `name` and `message` of a DOMException or Error. */
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

/** What can be seen of one connection, each with its own fields; the first four are the socket's own events. */
export type ObservedFact =
  | { kind: "open"; protocol: string; extensions: string }
  | ({ kind: "message" } & MessageSummary)
  | { kind: "error" }
  | { kind: "close"; code: CloseCode; reason: string; wasClean: boolean }
  /** The constructor threw: there is no socket. */
  | ({ kind: "exception" } & ThrownException)
  /** `close()` was called through the observer; `null` stands for an argument that was not given. */
  | { kind: "close-called"; code: number | null; reason: string | null; exception: ThrownException | null }
  /** `send()` was called through the observer. */
  | ({ kind: "send-called"; exception: ThrownException | null } & MessageSummary)
  /** The signal was aborted: the socket was closed, and nothing later is recorded. */
  | { kind: "abort" };

/** One thing that was seen of a connection; `at` is in milliseconds since `observe()` was called. */
export type ObservedEvent = { at: number } & ObservedFact;

/** The `close` event among those observed, or `undefined`. */
export function closeOf(events: readonly ObservedEvent[]) {
  return events.find((event) => event.kind === "close");
}
