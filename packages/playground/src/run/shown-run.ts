import type { ThrownException } from "../observe/observed-event.ts";
import type { MessageData } from "../observe/summarize-message.ts";
import type { RunData } from "./run-data.ts";

/** A run that can be shown: one that lasts, one that is over, a recording, or one from a file. */
export interface ShownRun {
  readonly data: RunData;
  /** In words, what it runs or ran against. */
  readonly label: string;
  readonly state: "connecting" | "open" | "closed";
  /** Where it stands, in a sentence. */
  readonly words: string;
  /** Closes for the reader; gives the exception of a refusal. Absent where there is no socket. */
  close?(code?: number, reason?: string): ThrownException | null;
  send?(data: MessageData): ThrownException | null;
  /** Lets go of everything that it holds. */
  stop(): void;
}
