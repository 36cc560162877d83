import { expect, test } from "vitest";
import { datesPast } from "./dates-past.ts";
import { testRule } from "./testing/test-rule.ts";
import { validData } from "./testing/valid-data.ts";

const COMPAT = "compat/CloseEvent.json";
const WS = "observations/ws.json/observedOn";
testRule(datesPast, [
  [
    "tomorrow",
    ({ observations }) => {
      observations[1][1].observedOn = "2026-01-03";
    },
    WS,
    /2026-01-03 is in the future: today is 2026-01-02/,
  ],
  [
    "a month to come",
    ({ files }) => {
      files.get("archive.json").archived = "2026-02";
    },
    "archive.json/archived",
    /2026-02 is in the future/,
  ],
  [
    "a day to come after ≤",
    ({ files }) => {
      files.get(COMPAT).low = "≤2026-01-03";
    },
    `${COMPAT}/low`,
    /2026-01-03/,
  ],
  [
    "a day that the month does not have",
    ({ observations }) => {
      observations[1][1].observedOn = "2025-02-29";
    },
    WS,
    /2025-02-29 is not a date/,
  ],
  [
    "a month that no year has",
    ({ closeCodes }) => {
      closeCodes[0].source.date = "2011-13";
    },
    "close-codes.json/closeCodes/0/source/date",
    /2011-13 is not a date/,
  ],
]);

test.each([
  ["today", "≤2026-01-02", "date"],
  ["this month", "2026-01", "date"],
  ["a planned release", "2026-12-31", "release_date"],
  ["a text with a date in it", "until 2026-12-31", "date"],
])("dates-past accepts %s", (_, date, key) => {
  const files = new Map([["browsers.json", { [key]: date }]]);
  expect(datesPast.check({ ...validData(), files })).toEqual([]);
});
