import type { CloseCodeEntry, DerivedCloseCode, Reported } from "@wasclean/schema";
import { expect, test } from "vitest";
import { describeCode } from "./describe-code.ts";

const ENTRY: CloseCodeEntry = {
  code: 1000,
  name: "Normal Closure",
  meaning: "The end.",
  status: "registered",
  sentBy: "either",
  onWire: true,
  scriptMayPass: true,
  reference: [],
  registered: null,
  source: { registry: "RFC 6455", date: "2011-12" },
};
const OUTCOME: Reported = { events: ["open", "close"], code: 1000, reason: "", wasClean: true, throws: null };
const OBSERVED: DerivedCloseCode = {
  code: 1000,
  received: { ending: "x", groups: [{ engines: ["a"], outcomes: [OUTCOME] }] },
  passedToClose: null,
  reportedIn: {},
};
const ENGINES = {
  a: { name: "A (built on B)", version: "1.2 (stable)", os: "x", observedOn: "2026-01-01", source: "x" },
};
const MEANING =
  "1000 (Normal Closure): The end. Either side may send it, a Close frame may carry it, and script may pass it to close().";
const RECEIVED = "When a Close frame has it, script sees: open → close, 1000, clean in A 1.2.";

test.each<[name: string, observed: DerivedCloseCode | null, text: string]>([
  ["a code that was not measured", null, MEANING],
  ["a code that no close event has", OBSERVED, `${MEANING} ${RECEIVED}`],
  [
    "a code that close events have",
    { ...OBSERVED, reportedIn: { x: ["a"], y: ["a"] } },
    `${MEANING} ${RECEIVED} Endings after which a close event has it, in some engine or all: 2.`,
  ],
])("%s", (_, observed, text) => expect(describeCode(1000, ENTRY, observed, ENGINES)).toBe(text));
