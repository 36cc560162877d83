import { observationsHaveEndings } from "./observations-have-endings.ts";
import { testRule } from "./testing/test-rule.ts";

type Draft = { observations: [string, { results: Record<string, unknown>; notMeasured: Record<string, unknown> }][] };
const ws = ({ observations }: Draft) => observations[1]?.[1] ?? { results: {}, notMeasured: {} };
const FILE = "observations/ws.json";
testRule(observationsHaveEndings, [
  [
    "a result of no ending",
    (data) => {
      ws(data).results.gone = {};
    },
    `${FILE}/results/gone`,
    /"gone" is not a measured ending/,
  ],
  [
    "a reason for no ending",
    (data) => {
      ws(data).notMeasured.gone = "x";
    },
    `${FILE}/notMeasured/gone`,
    /"gone" is not a measured ending/,
  ],
  [
    "a result of an ending that stands for its presets",
    (data) => {
      ws(data).results["server-close"] = {};
    },
    `${FILE}/results/server-close`,
    /not a measured ending/,
  ],
  [
    "an ending with neither",
    (data) => {
      ws(data).notMeasured = {};
    },
    `${FILE}/results`,
    /"close-empty" has neither/,
  ],
  [
    "an ending with both",
    (data) => {
      ws(data).results["close-empty"] = {};
    },
    `${FILE}/notMeasured/close-empty`,
    /has a result too/,
  ],
]);
