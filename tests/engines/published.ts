import { isDeepStrictEqual } from "node:util";
import type { ObservedEvent } from "@wasclean/playground";
import type { Ending, Observation, Outcome } from "@wasclean/schema";

/** The part of an outcome that script sees. */
export type Seen = Pick<Outcome, "events" | "code" | "reason" | "wasClean">;

const SOCKET_EVENTS = ["open", "message", "error", "close"];

/** What script saw of a run. */
export function toSeen(events: readonly ObservedEvent[]): Seen {
  const close = events.find((event) => event.kind === "close");
  return {
    events: events.map(({ kind }) => kind).filter((kind) => SOCKET_EVENTS.includes(kind)) as Seen["events"],
    code: close?.code ?? null,
    reason: close?.reason ?? null,
    wasClean: close?.wasClean ?? null,
  };
}

/** The outcomes that were published: one, or the variants of an ending that does not always end alike. */
export function outcomesOf(observation: Observation | undefined): readonly Outcome[] {
  return observation?.variants ?? (observation ? [observation] : []);
}

/** Whether one of the outcomes is what was seen. */
export function isPublished(outcomes: readonly Outcome[], seen: Seen): boolean {
  return outcomes.some((outcome) =>
    Object.entries(seen).every(([name, value]) => isDeepStrictEqual(outcome[name as keyof Outcome], value)),
  );
}

/** What the element must say of an end that was seen. */
export function verdictOn({ expected, parameters }: Ending, { events, code, reason, wasClean }: Seen): string {
  if (expected === null) return "The specifications leave this open.";
  const given = (value: unknown) => {
    const name = Object(value).parameter as string | undefined;
    return name === undefined ? value : parameters.find((parameter) => parameter.name === name)?.default;
  };
  const wanted = [expected.events, given(expected.code), given(expected.reason), expected.wasClean];
  return isDeepStrictEqual(wanted, [events, code, reason, wasClean])
    ? "This browser agrees with the specifications."
    : "This browser differs from the specifications";
}
