import type { Ending, Outcome } from "@wasclean/schema";
import { describe, expect, test } from "vitest";
import { isPublished, toSeen, verdictOn } from "./published.ts";

const seen = { events: ["open", "close"], code: 1000, reason: "bye", wasClean: true } as const;
const mutable = { ...seen, events: [...seen.events] };

test("only the socket's own events are compared", () => {
  const events = [
    { at: 1, kind: "open", protocol: "", extensions: "" },
    { at: 2, kind: "close-called", code: 1000, reason: "bye", exception: null },
    { at: 3, kind: "close", code: 1000, reason: "bye", wasClean: true },
  ] as Parameters<typeof toSeen>[0];
  expect(toSeen(events)).toEqual(mutable);
  expect(toSeen([])).toEqual({ events: [], code: null, reason: null, wasClean: null });
});

test.each<[string, Partial<Outcome>, boolean]>([
  ["the same", {}, true],
  ["another code", { code: 1006 }, false],
  ["another reason", { reason: "" }, false],
  ["not clean", { wasClean: false }, false],
  ["one event more", { events: ["open", "error", "close"] }, false],
])("an outcome is published: %s", (_, change, expected) => {
  expect(isPublished([{ ...mutable, ...change } as Outcome], mutable)).toBe(expected);
});

describe("the verdict", () => {
  const parameters = [{ name: "code", default: 1000 }];
  const expecting = (expected: unknown) => ({ expected, parameters }) as unknown as Ending;

  test.each([
    ["agrees", expecting({ ...seen, code: { parameter: "code" } }), /agrees/],
    ["differs", expecting({ ...seen, code: 1001 }), /differs/],
    ["is left open", expecting(null), /leave this open/],
  ])("%s", (_, ending, words) => expect(verdictOn(ending, mutable)).toMatch(words));
});
