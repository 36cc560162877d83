import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { answer } from "./child.ts";
import { LINEAR_CASES } from "./linear-cases.ts";
import { SUBJECTS, type SubjectName } from "./linear-subjects.ts";
import { median } from "./statistics.ts";

/** One case for one subject. */
export interface LinearRequest {
  subject: SubjectName;
  /** Index into the table of cases. */
  index: number;
}

/** The times for an input and for one of half its size, in milliseconds. */
export interface LinearAnswer {
  bytes: number;
  whole: number[];
  half: number[];
}

const ROUNDS = 7;
/** The shortest sample, in milliseconds; shorter runs are added up. */
const AT_LEAST = 50;
/** The longest run after which sizes still double, up to the case's own, in milliseconds. */
const TOO_LONG = 2500;

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");
let last: unknown;

answer(({ subject, index }: LinearRequest): LinearAnswer => {
  const input = LINEAR_CASES[index];
  if (!input) throw new RangeError(`There are ${LINEAR_CASES.length} cases, not ${index + 1}.`);
  const run = SUBJECTS[subject];
  const time = (wikitext: string, runs: number) => {
    last = undefined;
    collectGarbage();
    const start = performance.now();
    for (let count = 0; count < runs; count++) last = run(wikitext);
    return (performance.now() - start) / runs;
  };

  // Smaller sizes are the warm-up.
  let bytes = input.bytes / 32;
  let took = 0;
  for (; bytes <= input.bytes; bytes *= 2) {
    const wikitext = input.make(bytes);
    took = median([time(wikitext, 1), time(wikitext, 1)]);
    if (took > TOO_LONG || bytes === input.bytes) break;
  }
  const [large, small] = [input.make(bytes), input.make(bytes / 2)];
  const runs = Math.max(1, Math.ceil(AT_LEAST / took));
  const rounds = took > 1000 ? 3 : ROUNDS;
  const whole: number[] = [];
  const half: number[] = [];
  for (let round = 0; round < rounds; round++) {
    half.push(time(small, runs === 1 ? 1 : 2 * runs));
    whole.push(time(large, runs));
  }
  if (last === undefined) throw new Error("nothing was read");
  return { bytes: large.length, whole, half };
});
