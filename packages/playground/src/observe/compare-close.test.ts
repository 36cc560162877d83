import { expect, it } from "vitest";
import { compareClose } from "./compare-close.ts";
import type { ExpectedClose } from "./expected-of.ts";
import type { ObservedEvent, ObservedFact } from "./observed-event.ts";

const open: ObservedFact = { kind: "open", protocol: "", extensions: "" };
const text: ObservedFact = { kind: "message", type: "text", length: 1, preview: "x" };
const close = (code: number, reason = "", wasClean = true): ObservedFact => ({ kind: "close", code, reason, wasClean });
const called: ObservedFact = { kind: "close-called", code: 1000, reason: "bye", exception: null };
const at = (facts: ObservedFact[]): ObservedEvent[] => facts.map((fact, index) => ({ at: index, ...fact }));
const expected: ExpectedClose = { code: 1000, reason: "bye", wasClean: true, events: ["open", "close"] };
const withText: ExpectedClose = { ...expected, events: ["open", "message", "close"] };

it.each<[name: string, expected: ExpectedClose, facts: ObservedFact[], differing: string[]]>([
  ["all agrees", expected, [open, close(1000, "bye")], []],
  ["calls of the page's are none of the socket's events", expected, [open, called, close(1000, "bye")], []],
  ["another code", expected, [open, close(1001, "bye")], ["code"]],
  ["another reason", expected, [open, close(1000, "Bye")], ["reason"]],
  ["not clean", expected, [open, close(1000, "bye", false)], ["wasClean"]],
  ["an error more", expected, [open, { kind: "error" }, close(1000, "bye")], ["events"]],
  ["no open", expected, [close(1000, "bye")], ["events"]],
  ["a message expected and seen", withText, [open, text, close(1000, "bye")], []],
  ["a message expected and not seen", withText, [open, close(1000, "bye")], ["events"]],
  ["one message more", withText, [open, text, text, close(1000, "bye")], ["events"]],
  ["a message not expected", expected, [open, text, close(1000, "bye")], ["events"]],
  [
    "everything differs",
    expected,
    [{ kind: "error" }, close(1006, "", false)],
    ["code", "reason", "wasClean", "events"],
  ],
  [
    "no close event",
    expected,
    [{ kind: "exception", name: "SyntaxError", message: "" }],
    ["code", "reason", "wasClean", "events"],
  ],
])("%s", (_name, wanted, facts, differing) => {
  const rows = compareClose(wanted, at(facts));
  expect(rows.map(({ field }) => field)).toEqual(["code", "reason", "wasClean", "events"]);
  expect(rows.filter(({ agrees }) => !agrees).map(({ field }) => field)).toEqual(differing);
});
