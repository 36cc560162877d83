import { enginesExist } from "./engines-exist.ts";
import { testRule } from "./testing/test-rule.ts";

const CODES = "computed/close-codes.json/closeCodes";
testRule(enginesExist, [
  [
    "an engine that was not measured",
    ({ engines }) => {
      engines.push({ id: "servo" });
    },
    "engines.json/engines/2/id",
    /"servo" was not measured/,
  ],
  [
    "a file of another engine",
    ({ observations }) => {
      observations[1][0] = "observations/bun.json";
    },
    "observations/bun.json/engine/id",
    /holds the engine "ws"/,
  ],
  [
    "a derived engine that was not observed",
    (data) => {
      data.differences.engines.bun = data.differences.engines.ws;
    },
    "computed/differences.json/engines/bun",
    /"bun" has no observations/,
  ],
  [
    "a group with such an engine",
    (data) => {
      data.differences.differences[0].groups[0].engines.push("bun");
    },
    "computed/differences.json/differences/0/groups/0/engines/1",
    /"bun"/,
  ],
  [
    "seconds of such an engine",
    (data) => {
      data.differences.differences[0].groups[0].seconds = { bun: 2 };
    },
    "computed/differences.json/differences/0/groups/0/seconds/bun",
    /"bun"/,
  ],
  [
    "a report of such an engine",
    (data) => {
      data.derivedCloseCodes.closeCodes[0].received.groups[0].engines.push("bun");
    },
    `${CODES}/0/received/groups/0/engines/1`,
    /"bun"/,
  ],
  [
    "a code reported in such an engine",
    (data) => {
      data.derivedCloseCodes.closeCodes[0].reportedIn["close-empty"].push("bun");
    },
    `${CODES}/0/reportedIn/close-empty/1`,
    /"bun"/,
  ],
]);

testRule(
  { ...enginesExist, check: (data) => enginesExist.check(data).filter(({ file }) => file.startsWith("observations/")) },
  [
    [
      "an engine that nobody measures",
      ({ observations }) => {
        observations[1][1].engine.id = "netscape";
      },
      "observations/ws.json/engine/id",
      /"netscape"/,
    ],
  ],
);
