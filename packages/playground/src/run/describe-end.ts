import { describeTime } from "../observe/describe-time.ts";
import { closeOf, type ObservedEvent } from "../observe/observed-event.ts";

/** How a connection ended, in a sentence for the status. */
export function describeEnd(events: readonly ObservedEvent[]): string {
  const close = closeOf(events);
  if (close) return `Closed after ${describeTime(close.at)}.`;
  return events.at(-1)?.kind === "abort" ? "Stopped." : "Not connected: the constructor threw.";
}
