import { closeCodesCover } from "./close-codes-cover.ts";
import { testRule } from "./testing/test-rule.ts";

const at = (index: number, field = "code") => `close-codes.json/closeCodes/${index}/${field}`;
testRule(closeCodesCover, [
  [
    "a gap",
    ({ closeCodes }) => {
      closeCodes[2].code = [1002, 2999];
    },
    at(2),
    /begins with 1002, where 1001 is next/,
  ],
  [
    "an overlap",
    ({ closeCodes }) => {
      closeCodes.splice(3, 0, { ...closeCodes[2], code: [2000, 2999] });
    },
    at(3),
    /begins with 2000, where 3000 is next/,
  ],
  [
    "a first code that is not 0",
    ({ closeCodes }) => {
      closeCodes[0].code = [1, 999];
    },
    at(0),
    /begins with 1, where 0 is next/,
  ],
  [
    "an end before 65535",
    ({ closeCodes }) => {
      closeCodes[4].code = [5000, 65534];
    },
    at(4),
    /last code is 65534/,
  ],
  [
    "a range of one code",
    ({ closeCodes }) => {
      closeCodes[1].code = [1000, 1000];
    },
    at(1),
    /empty or one code/,
  ],
  [
    "a code that script cannot pass",
    ({ closeCodes }) => {
      closeCodes[2].scriptMayPass = true;
    },
    at(2, "scriptMayPass"),
    /1001 cannot be passed/,
  ],
  [
    "a range that ends in codes that script can pass",
    ({ closeCodes }) => {
      closeCodes[2].code = [1001, 3500];
      closeCodes[3].code = [3501, 4999];
    },
    at(2, "scriptMayPass"),
    /1001 can be passed/,
  ],
  [
    "a code that script can pass",
    ({ closeCodes }) => {
      closeCodes[1].scriptMayPass = false;
    },
    at(1, "scriptMayPass"),
    /1000 can be passed/,
  ],
  [
    "a code on the wire that nobody sends",
    ({ closeCodes }) => {
      closeCodes[1].sentBy = "nobody";
    },
    at(1, "sentBy"),
    /sent by nobody, and may be on the wire/,
  ],
  [
    "a code not on the wire that somebody sends",
    ({ closeCodes }) => {
      closeCodes[1].onWire = false;
    },
    at(1, "sentBy"),
    /sent by either, and may not/,
  ],
]);
