import { endingsCited } from "./endings-cited.ts";
import { testRule } from "./testing/test-rule.ts";

testRule(endingsCited, [
  [
    "an ending without a citation",
    ({ endings }) => {
      endings[0].citation = [];
    },
    "endings.json/0/citation",
    /"server-close" cites no specification/,
  ],
  [
    "one without expectation and citation",
    ({ endings }) => {
      Object.assign(endings[0], { citation: [], expected: null });
    },
    "endings.json/0/citation",
    /cites no/,
  ],
  [
    "an expectation that only a registry backs",
    ({ endings }) => {
      endings[0].citation.shift();
    },
    "endings.json/0/citation",
    /cites no specification/,
  ],
  [
    "the same section twice",
    ({ endings }) => {
      endings[0].citation.push(endings[0].citation[0]);
    },
    "endings.json/0/citation/2/url",
    /section-7\.1\.4 twice/,
  ],
]);
