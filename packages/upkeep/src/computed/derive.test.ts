import type { Ending, Observation, Observations } from "@wasclean/schema";
import { expect, test } from "vitest";
import { readEndings, readObservations } from "../generate/read-data.ts";
import { deriveCloseCodes } from "./derive-close-codes.ts";
import { deriveDifferences } from "./derive-differences.ts";

test("every engine with an observation of an ending that differs is in one group of it", () => {
  const observations = readObservations();
  for (const { ending, groups } of deriveDifferences(readEndings(), observations)) {
    const engines = observations.filter(({ results }) => results[ending]).map(({ engine }) => engine.id);
    expect(groups.flatMap((group) => group.engines).toSorted(), ending).toEqual(engines.toSorted());
  }
});

const EXPECTED: Ending["expected"] = { code: 1000, reason: "", wasClean: true, events: ["open", "close"] };
const ending = (values: Partial<Ending> = {}) =>
  ({ id: "x", parameters: [], client: [], expected: EXPECTED, ...values }) as Partial<Ending> as Ending;
const seen = (values: Partial<Observation> = {}): Observation => ({
  ...{ events: ["open", "close"], code: 1000, reason: "", wasClean: true, throws: null, seconds: null, serverSaw: [] },
  ...{ runs: 3, stable: true, ...values },
});
const of = (id: string, result: Observation): Observations => ({
  ...{
    engine: { id, name: id, version: "1", os: "x" },
    observedOn: "2026-01-01",
    results: { x: result },
    notMeasured: {},
  },
});
const varying = (...variants: Observation[]) =>
  seen({ stable: false, variants: variants.map((variant) => ({ ...variant, runs: 1 })) });

test.each<[name: string, ending: Ending, seen: Observation[], groups: unknown[]]>([
  ["engines that do as specified are left out", ending(), [seen(), seen()], []],
  [
    "engines that are alike where nothing is specified, too",
    ending({ expected: null }),
    [seen({ code: 1 }), seen({ code: 1 })],
    [],
  ],
  [
    "what differs on the wire or in time is no difference",
    ending(),
    [seen({ seconds: 9 }), seen({ serverSaw: [{ kind: "fin" }] })],
    [],
  ],
  [
    "those that agree come first",
    ending(),
    [seen({ code: 1006 }), seen({ code: 1006 }), seen()],
    [
      { engines: ["c"], agrees: true, differsIn: [] },
      { engines: ["a", "b"], agrees: false, differsIn: ["code"] },
    ],
  ],
  [
    "all alike, and not as specified",
    ending(),
    [seen({ wasClean: false }), seen({ wasClean: false })],
    [{ engines: ["a", "b"], agrees: false, differsIn: ["wasClean"] }],
  ],
  [
    "nothing specified",
    ending({ expected: null }),
    [seen(), seen({ events: ["close"] })],
    [{ agrees: null, differsIn: [] }, { agrees: null }],
  ],
  [
    "an exception that should not be",
    ending(),
    [seen({ throws: "SyntaxError" })],
    [{ agrees: false, differsIn: ["throws"] }],
  ],
  [
    "sometimes as specified is not as specified",
    ending(),
    [varying(seen(), seen({ reason: "y" }))],
    [{ agrees: false, differsIn: ["reason"], outcomes: [{ reason: "" }, { reason: "y" }] }],
  ],
  [
    "the same outcomes, another more often",
    ending({ expected: null }),
    [varying(seen(), seen({ code: 1 })), varying(seen({ code: 1 }), seen())],
    [],
  ],
  [
    "time is told",
    ending(),
    [seen({ seconds: 5 }), seen(), seen({ code: 9 })],
    [{ engines: ["a", "b"], seconds: { a: 5 } }, { engines: ["c"] }],
  ],
])("%s", (_, one, results, groups) => {
  const observations = results.map((result, index) => of("abc"[index] ?? "", result));
  expect(deriveDifferences([one], observations).flatMap((difference) => difference.groups)).toMatchObject(groups);
});

const CHOSEN = ending({
  parameters: [
    { name: "code", sentBy: "server", default: 4000 },
    { name: "reason", sentBy: "server", default: "bye" },
  ],
  expected: { ...EXPECTED, code: { parameter: "code" }, reason: { parameter: "reason" } },
});
const OTHER = [of("a", seen()), of("b", seen({ code: 1 }))];
test.each<[name: string, ending: Ending, expected: object | null]>([
  ["parameters are at their defaults", CHOSEN, { code: 4000, reason: "bye", throws: null }],
  ["a preset's code is its own", { ...CHOSEN, presetOf: { ending: "y", code: 1001 } }, { code: 1001 }],
  ["codes for which it holds", { ...CHOSEN, expectedForCodes: [[4000, 4000]] }, { code: 4000 }],
  ["codes for which it does not", { ...CHOSEN, expectedForCodes: [[4001, 4999]] }, null],
])("expected: %s", (_, one, expected) => {
  const [difference] = deriveDifferences([one], OTHER);
  if (expected === null) expect(difference?.expected).toBeNull();
  else expect(difference?.expected).toMatchObject(expected);
});

test("a code is received, passed to close(), and reported", () => {
  const endings = [
    ending({ presetOf: { ending: "y", code: 1 } }),
    ending({ id: "passes", client: [{ do: "close", code: 2 }] }),
    ending({
      id: "chooses",
      client: [{ do: "close", code: { parameter: "code" } }],
      parameters: [
        { name: "code", sentBy: "server", default: 9 },
        { name: "code", sentBy: "client", default: 3 },
      ],
    }),
    ending({ id: "not-measured", presetOf: { ending: "y", code: 2 } }),
    ending({ id: "later", client: [{ do: "close", code: 2 }] }),
    ending({ id: "connecting", client: [{ do: "close", code: 4, whileConnecting: true }] }),
  ];
  const observations = [of("a", seen({ code: 1 })), of("b", varying(seen({ code: 5 }), seen({ code: null })))];
  for (const { results } of observations)
    Object.assign(results, { passes: seen({ code: 2 }), chooses: seen({ code: null }) });
  expect(deriveCloseCodes(endings, observations)).toMatchObject([
    {
      code: 1,
      received: {
        ending: "x",
        groups: [
          { engines: ["a"], outcomes: [{ code: 1 }] },
          { engines: ["b"], outcomes: [{ code: 5 }, { code: null }] },
        ],
      },
      passedToClose: null,
      reportedIn: { x: ["a"] },
    },
    { code: 2, received: null, passedToClose: { ending: "passes" }, reportedIn: { passes: ["a", "b"] } },
    { code: 3, received: null, passedToClose: { ending: "chooses" }, reportedIn: {} },
    { code: 5, received: null, passedToClose: null, reportedIn: { x: ["b"] } },
  ]);
});
