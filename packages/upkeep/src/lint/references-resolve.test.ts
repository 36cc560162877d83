import { referencesResolve } from "./references-resolve.ts";
import { testRule } from "./testing/test-rule.ts";

const CODES = "computed/close-codes.json";
testRule(referencesResolve, [
  [
    "a preset of nothing",
    ({ endings }) => {
      endings[1].presetOf.ending = "gone";
    },
    "endings.json/1/presetOf/ending",
    /"server-close-1000" names "gone", which is not an ending/,
  ],
  [
    "a preset of itself",
    ({ endings }) => {
      endings[1].presetOf.ending = "server-close-1000";
    },
    "endings.json/1/presetOf/ending",
    /names itself/,
  ],
  [
    "a preset without a code to set",
    ({ endings }) => {
      endings[0].parameters = [];
    },
    "endings.json/1/presetOf/ending",
    /no parameter "code"/,
  ],
  [
    "a long reason that leads nowhere",
    ({ endings }) => {
      endings[0].expectedForLongReason = "gone";
    },
    "endings.json/0/expectedForLongReason",
    /"gone"/,
  ],
  [
    "a difference of no ending",
    ({ differences }) => {
      differences.differences[0].ending = "gone";
    },
    "computed/differences.json/differences/0/ending",
    /"gone" is not an ending/,
  ],
  [
    "a code received in no ending",
    (data) => {
      data.derivedCloseCodes.closeCodes[0].received.ending = "gone";
    },
    `${CODES}/closeCodes/0/received/ending`,
    /"gone"/,
  ],
  [
    "a code reported in no ending",
    (data) => {
      data.derivedCloseCodes.closeCodes[0].reportedIn.gone = ["ws"];
    },
    `${CODES}/closeCodes/0/reportedIn/gone`,
    /"gone"/,
  ],
]);
