import type { ExpectedClose } from "./expected-of.ts";
import { closeOf, type ObservedEvent } from "./observed-event.ts";

/** What is compared, in the order in which it is shown. */
export const comparedFields = ["code", "reason", "wasClean", "events"] as const;
export type ComparedField = (typeof comparedFields)[number];

/** What was seen of one field; `null` where there was no `close` event. */
export type SeenValue = ExpectedClose[ComparedField] | null;

/** One field of what was expected beside what was seen. */
export interface FieldComparison {
  field: ComparedField;
  expected: ExpectedClose[ComparedField];
  observed: SeenValue;
  agrees: boolean;
}

const socketEvents: ReadonlySet<string> = new Set(["open", "message", "error", "close"]);

/** The socket's own events by name, in their order: calls of the page's, exceptions and an abort are none. */
export function socketEventsOf(events: readonly ObservedEvent[]): ExpectedClose["events"] {
  return events
    .map((event) => event.kind)
    .filter((kind) => socketEvents.has(kind)) as ExpectedClose["events"][number][];
}

/** What was expected beside what was seen, field by field. Every event counts, each message by itself. */
export function compareClose(expected: ExpectedClose, events: readonly ObservedEvent[]): FieldComparison[] {
  const close = closeOf(events);
  const seen: Record<ComparedField, SeenValue> = {
    code: close?.code ?? null,
    reason: close?.reason ?? null,
    wasClean: close?.wasClean ?? null,
    events: socketEventsOf(events),
  };
  return comparedFields.map((field) => ({
    field,
    expected: expected[field],
    observed: seen[field],
    agrees: JSON.stringify(expected[field]) === JSON.stringify(seen[field]),
  }));
}
