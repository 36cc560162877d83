import { expect, test } from "vitest";
import { importText } from "./testing/import-text.ts";
import { type NastyInput, NESTED_INPUTS, PLACES, REPEATED_INPUTS, sampleInputs } from "./testing/nasty-inputs.ts";

const SMALL = 10_000;
/** The larger size over the smaller; a function of linear time takes as many times as long, of quadratic its square. */
const TIMES = 4;
const LIMIT = 8;
/** Below this a difference is noise, in milliseconds. */
const MEASURABLE = 20;
const TRIES = 6;

/** The time of this thread alone, which other work on the machine hardly changes, in milliseconds. */
function measure(read: (text: string) => unknown, text: string, times: number): number {
  const start = process.threadCpuUsage();
  for (let count = 0; count < times; count++) read(text);
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}

/** The inputs that take more than linear time in every try, as text. */
function findSlow(inputs: readonly NastyInput[], read: (text: string) => unknown = importText): string[] {
  return inputs.flatMap(({ name, make }) => {
    const [small, large] = [make(SMALL), make(SMALL * TIMES)];
    const longer = (large.length / small.length / TIMES) * (LIMIT / TIMES);
    let least = { small: 0, large: Number.POSITIVE_INFINITY };
    for (let tries = 0; tries < TRIES; tries++) {
      const again = measure(read, large, 1);
      if (again < MEASURABLE) return [];
      // A slow function stays slow, a busy machine does not stay busy.
      // As often as makes up for the size, as the clock is coarse.
      const shorter = measure(read, small, TIMES);
      least = { large: Math.min(least.large, again), small: Math.max(least.small, shorter) };
      if (least.large <= longer * least.small) return [];
    }
    return [`${name}: ${least.small.toFixed(1)} ms, ${least.large.toFixed(1)} ms`];
  });
}

const every = <T>(items: readonly T[], step: number): T[] => items.filter((_, index) => index % step === 0);

/** Inputs that once took quadratic time, or ended the import. */
const KNOWN = [
  ["", "[mailto:a", ""],
  ["", "[//a", ""],
  ["", "[//a b]", ""],
  ["", "\n!", ""],
  ["", "|a=", ""],
  ["", '<a"', ""],
  ["{{Mystery|", "|=a", "}}"],
  ["{{Mystery|", "\n|Aa=", "}}"],
  ["{{Mystery|", "<!--", "=a}}"],
  ["", "[//docs.webplatform.org/", ""],
  ["{{#ask: ", "[[", "}}"],
  ["", "<source src=a>", "</source>"],
  ["<span ", "a", ">a</span>"],
  ["{{Topics|", "a,", "}}"],
  ["", "<b/>", "[http://a b] http://a"],
  [`{{Notes_Section\n|Usage=${"a".repeat(5000)}`, "\n|Usage=b", "}}"],
  [`{{Notes_Section\n|Usage=${"a".repeat(5000)}}}`, "{{Notes_Section\n|Usage=b}}", ""],
  ["", "{{Summary_Section|".repeat(90), "a"],
] as const;

const KNOWN_INPUTS = KNOWN.flatMap(([before, token, after]) =>
  (["text", "argument", "table cell"] as const).map((place): NastyInput => {
    const [start, end] = PLACES[place] ?? ["", ""];
    const make = (size: number) => start + before + token.repeat(Math.ceil(size / token.length)) + after + end;
    return { name: `${JSON.stringify(token).slice(0, 40)}, ${place}`, make };
  }),
);

test("inputs that were once slow take linear time", () => {
  expect(findSlow(KNOWN_INPUTS)).toEqual([]);
}, 60_000);

test("a sample of tokens in all places takes linear time", () => {
  expect(REPEATED_INPUTS.length).toBeGreaterThan(5000);
  expect(findSlow(every(REPEATED_INPUTS, 149))).toEqual([]);
}, 60_000);

test("a sample of pairs, triples and nesting takes linear time", () => {
  expect(findSlow([...sampleInputs(60, 13), ...every(NESTED_INPUTS, 97)])).toEqual([]);
}, 60_000);

test("the measurement tells quadratic time from linear", () => {
  const input: NastyInput = { name: "a", make: (size) => "a".repeat(size) };
  const quadratic = (text: string) => {
    let sum = 0;
    for (let end = 0; end < text.length; end += 4) for (let at = 0; at < end; at++) sum ^= text.charCodeAt(at);
    return sum;
  };
  const linear = (text: string) => {
    let sum = 0;
    for (let count = 0; count < 50; count++) sum += [...text].join("").length;
    return sum;
  };
  expect(findSlow([input], quadratic)).toHaveLength(1);
  expect(findSlow([input], linear)).toEqual([]);
});

test("a list of a million items is read", () => {
  expect(importText(`{{Topics|${"a,".repeat(300_000)}}}`).length).toBeGreaterThan(900_000);
});
