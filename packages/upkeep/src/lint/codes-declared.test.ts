import { codesDeclared } from "./codes-declared.ts";
import { testRule } from "./testing/test-rule.ts";

const WS = "observations/ws.json";
testRule(codesDeclared, [
  [
    "a preset of no code",
    ({ endings }) => {
      endings[1].presetOf.code = 70000;
    },
    "endings.json/1/presetOf/code",
    /70000 is no code of the registry/,
  ],
  [
    "an observed code that is none",
    ({ observations }) => {
      observations[1][1].results["server-close-1000"].code = -1;
    },
    `${WS}/results/server-close-1000/code`,
    /^-1 is no code/,
  ],
  [
    "one on the wire",
    ({ observations }) => {
      observations[1][1].results["server-close-1000"].serverSaw = [{ kind: "frame", code: 65536 }];
    },
    `${WS}/results/server-close-1000/serverSaw/0/code`,
    /65536/,
  ],
  [
    "one in a derived file",
    (data) => {
      data.derivedCloseCodes.closeCodes[0].code = 99999;
    },
    "computed/close-codes.json/closeCodes/0/code",
    /99999/,
  ],
  [
    "an expectation without a meaning",
    ({ endings }) => {
      endings[2].expected.code = 999;
    },
    "endings.json/2/expected/code",
    /"close-empty" expects 999, which has no meaning \(not-used\)/,
  ],
  [
    "an expectation of a reserved code",
    ({ endings, closeCodes }) => {
      closeCodes[2].status = "reserved";
      endings[2].expected.code = 1004;
    },
    "endings.json/2/expected/code",
    /"close-empty" expects 1004, which has no meaning \(reserved\)/,
  ],
  [
    "a title with another name",
    ({ endings }) => {
      endings[1].title = "A Close frame with 1000 (Normal)";
    },
    "endings.json/1/title",
    /calls 1000 "Normal"; it is registered as "Normal Closure"/,
  ],
]);

testRule({ ...codesDeclared, check: (data) => codesDeclared.check(data).slice(0, 1) }, [
  [
    "a range that was taken away",
    ({ closeCodes }) => {
      closeCodes.splice(1, 1);
    },
    "computed/close-codes.json/closeCodes/0/code",
    /1000 is no code/,
  ],
]);
