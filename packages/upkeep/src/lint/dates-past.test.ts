import { datesPast } from "./dates-past.ts";
import { testRule } from "./testing/test-rule.ts";

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
