import { endingsImplemented } from "./endings-implemented.ts";
import { testRule } from "./testing/test-rule.ts";

testRule(endingsImplemented, [
  [
    "a group without a module",
    (data) => {
      data.implementationGroups.pop();
    },
    "endings.json/2/group",
    /"close-empty" is in the group "close-body", for which the lab has no module/,
  ],
  [
    "another one",
    ({ endings }) => {
      endings[0].group = "server-rule";
    },
    "endings.json/0/group",
    /"server-rule"/,
  ],
  [
    "an id that is taken",
    ({ endings }) => {
      endings[2].id = "server-close";
    },
    "endings.json/2/id",
    /"server-close" is used twice/,
  ],
]);
