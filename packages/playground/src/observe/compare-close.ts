import type { ExpectedClose } from "./expected-of.ts";
import { closeOf, type ObservedEvent } from "./observed-event.ts";

/** The fields that are compared, in the order in which they are shown. */
export const comparedFields = ["code", "reason", "wasClean", "events"] as const;
export type ComparedField = (typeof comparedFields)[number];

/** The observed value of a field; `null` without a `close` event. */
export type SeenValue = ExpectedClose[ComparedField] | null;

/** One field: the expected and the observed value. */
export interface FieldComparison {
  field: ComparedField;
  expected: ExpectedClose[ComparedField];
  observed: SeenValue;
  agrees: boolean;
}

const socketEvents: ReadonlySet<string> = new Set(["open", "message", "error", "close"]);

/** The names of the socket's events, in their order, without the page's calls, exceptions and an abort. */
export function socketEventsOf(events: readonly ObservedEvent[]): ExpectedClose["events"] {
  return events
    .map((event) => event.kind)
    .filter((kind) => socketEvents.has(kind)) as ExpectedClose["events"][number][];
}

/** Compares expected and observed values field by field. Every event counts, each message by itself. */
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
