import { expect, test } from "vitest";
import { describeChanges } from "./describe-changes.ts";

const support = (safari: unknown) => ({ features: { "api.CloseEvent.wasClean": { support: { safari } } } });
const v = (version_added: string | false, more = {}) => ({ version_added, ...more });

test.each([
  ["a value", support(v("3.1")), support(v("3")), ["api.CloseEvent.wasClean, safari: version_added 3.1 → 3"]],
  [
    "not supported any more",
    support(v("3")),
    support(v(false)),
    ["api.CloseEvent.wasClean, safari: version_added 3 → false"],
  ],
  [
    "a field more and one less",
    support(v("3", { notes: "Slow." })),
    support(v("3", { partial_implementation: true })),
    [
      "api.CloseEvent.wasClean, safari: notes is gone (was Slow.)",
      "api.CloseEvent.wasClean, safari: partial_implementation is new: true",
    ],
  ],
  [
    "one statement of several",
    support([v("3"), v("2")]),
    support([v("3"), v("1")]),
    ["api.CloseEvent.wasClean, safari, statement 2: version_added 2 → 1"],
  ],
  [
    "several statements instead of one",
    support(v("3")),
    support([v("3"), v("2")]),
    ['api.CloseEvent.wasClean: safari {"version_added":"3"} → [{"version_added":"3"},{"version_added":"2"}]'],
  ],
  [
    "a key",
    { features: {} },
    { features: { "api.WebSocket.x": { source: "bcd" } } },
    ['api.WebSocket.x is new: {"source":"bcd"}'],
  ],
  [
    "a release's date",
    { browsers: { safari: { releases: { 3: { release_date: "2007-10-25" } } } } },
    { browsers: { safari: { releases: { 3: { release_date: "2007-10-26" } } } } },
    ["safari, 3: release_date 2007-10-25 → 2007-10-26"],
  ],
  [
    "a package's version",
    { sources: { bcd: v("8.1.8") } },
    { sources: { bcd: v("8.1.9") } },
    ["sources, bcd: version_added 8.1.8 → 8.1.9"],
  ],
  ["nothing", support(v("3")), support(v("3")), []],
])("%s", (_, before, after, changes) => {
  expect(describeChanges(before, after)).toEqual(changes);
});
