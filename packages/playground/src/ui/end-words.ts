import { closeOf, type ObservedEvent } from "../observe/observed-event.ts";
import { describeTime } from "./describe-time.ts";

/** How a connection ended, in a sentence for the status. */
export function endWords(events: readonly ObservedEvent[]): string {
  const close = closeOf(events);
  if (close) return `Closed after ${describeTime(close.at)}.`;
  return events.at(-1)?.kind === "abort" ? "Stopped." : "Not connected: the constructor threw.";
}
