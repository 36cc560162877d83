import type { Outcome } from "@wasclean/schema";
import { quoted } from "../observe/bounded-text.ts";
import { socketEventsOf } from "../observe/compare-close.ts";
import { closeOf, type ObservedEvent } from "../observe/observed-event.ts";

/** The fields that are compared, in the order in which they are shown. */
export const outcomeFields = ["events", "code", "reason", "wasClean", "throws"] as const;
export type OutcomeField = (typeof outcomeFields)[number];

/** An ending as script saw it, or should see it. */
export type ScriptOutcome = { readonly [K in OutcomeField]: Readonly<Outcome[K]> };

type Call = Extract<ObservedEvent, { exception: unknown }>;

/** A run as script saw it, in the fields of an observation. Of exceptions, those of the constructor and of the first `calls` calls count. */
export function outcomeOf(events: readonly ObservedEvent[], calls: number): ScriptOutcome {
  const { code = null, reason = null, wasClean = null } = closeOf(events) ?? {};
  const refused = callsIn(events).slice(0, calls);
  const thrown =
    events.find((event) => event.kind === "exception") ?? refused.find(({ exception }) => exception)?.exception;
  return { events: socketEventsOf(events), code, reason, wasClean, throws: thrown?.name ?? null };
}

/** The calls of `close()` and `send()` up to the `close` event. */
export function callsIn(events: readonly ObservedEvent[]): Call[] {
  const end = events.findIndex(({ kind }) => kind === "close");
  return events.slice(0, end < 0 ? undefined : end).filter((event): event is Call => "exception" in event);
}

/** The fields in which two outcomes differ. */
export function differingFields(one: ScriptOutcome, other: ScriptOutcome): OutcomeField[] {
  return outcomeFields.filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]));
}

/** Whole seconds up to the `close` event; `null` where it was less than two, or none came. */
export function secondsOf(events: readonly ObservedEvent[]): number | null {
  const seconds = Math.floor((closeOf(events)?.at ?? 0) / 1000);
  return seconds < 2 ? null : seconds;
}

/** The most events that are named. */
const NAMED = 30;

/** A field's value in words. */
export function fieldWords(value: ScriptOutcome[OutcomeField]): string {
  if (value === null) return "–";
  if (typeof value === "object") {
    const more = value.length > NAMED ? ` … (${value.length} events in all)` : "";
    return value.slice(0, NAMED).join(" → ") + more || "none";
  }
  return typeof value === "string" ? quoted(value) : `${value}`;
}
