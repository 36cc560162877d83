import { groupsNumbered } from "./groups-numbered.ts";
import { testRule } from "./testing/test-rule.ts";

testRule(groupsNumbered, [
  [
    "a file under another name",
    ({ groups }) => {
      groups[1][1].group = "server-rule";
    },
    "endings/close-body.json/group",
    /holds the group "server-rule"/,
  ],
  [
    "a gap between places",
    ({ groups }) => {
      groups[1][1].order = 3;
    },
    "endings/close-body.json/order",
    /place is 3, where 2 is next/,
  ],
]);
