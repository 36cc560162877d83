import { inOrder } from "./in-order.ts";
import { testRule } from "./testing/test-rule.ts";

const reversed = (record: object) => Object.fromEntries(Object.entries(record).toReversed());
testRule(inOrder, [
  [
    "results that are not in the order of endings",
    ({ observations }) => {
      observations[0][1].results = reversed(observations[0][1].results);
    },
    "observations/chromium.json/results/server-close-1000",
    /"server-close-1000" belongs before "close-empty"/,
  ],
  [
    "codes that do not ascend",
    (data) => {
      data.derivedCloseCodes.closeCodes.reverse();
    },
    "computed/close-codes.json/closeCodes/1",
    /"1000" belongs before "1006"/,
  ],
  [
    "endings of a code",
    (data) => {
      data.derivedCloseCodes.closeCodes[0].reportedIn = reversed(data.derivedCloseCodes.closeCodes[0].reportedIn);
    },
    "computed/close-codes.json/closeCodes/0/reportedIn/server-close-1000",
    /belongs before/,
  ],
  [
    "differences",
    ({ differences }) => {
      differences.differences.reverse();
    },
    "computed/differences.json/differences/1",
    /"server-close-1000" belongs before "close-empty"/,
  ],
  [
    "engines",
    ({ differences }) => {
      differences.engines = reversed(differences.engines);
    },
    "computed/differences.json/engines/chromium",
    /"chromium" belongs before "ws"/,
  ],
]);
