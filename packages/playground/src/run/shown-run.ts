import type { ThrownException } from "../observe/observed-event.ts";
import type { MessageData } from "../observe/summarize-message.ts";
import type { RunData } from "./run-data.ts";

/** The state of the element: `idle` before the first connection, then the state of the run shown. */
export type PlaygroundState = "idle" | "connecting" | "open" | "closed";

/** A run that can be shown: a live one, a recording, or one from a file. */
export interface ShownRun {
  readonly data: RunData;
  /** What it runs or ran against, in words. */
  readonly label: string;
  readonly state: Exclude<PlaygroundState, "idle">;
  /** The number of messages that are not in the data, because there were too many. */
  readonly dropped?: number;
  /** Its progress, in a sentence for the status. */
  readonly words: string;
  /** Closes for the reader; returns the exception of a refusal. Absent where there is no socket. */
  close?(code?: number, reason?: string): ThrownException | null;
  send?(data: MessageData): ThrownException | null;
  /** Releases its socket and timers. */
  stop(): void;
}
