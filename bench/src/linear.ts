import { startChild } from "./child.ts";
import { LINEAR_CASES } from "./linear-cases.ts";
import type { LinearAnswer, LinearRequest } from "./linear-child.ts";
import type { SubjectName } from "./linear-subjects.ts";
import { PARSER_PEERS } from "./machine.ts";
import { readOptions } from "./options.ts";
import { type Row, reportResults } from "./results.ts";
import { median, toDigits } from "./statistics.ts";

const USAGE = `Compares the time for 2 MB of one token with that for 1 MB of it, 200,000 levels of nesting with 100,000, and 200 kB of a sample of\ngenerated input with 100 kB.

Usage: npm run linear -- [part of a row's name]… [--json FILE] [--assert]`;
/** The time after which a case counts as a hang, in milliseconds. */
const LIMIT = 120_000;
const TARGET = 2.5;
/** The time above which a miss is not noise and is not measured again, in milliseconds. */
const HOPELESS = 1000;
/** Attempts at a ratio that misses: a slow function stays slow, a busy machine does not stay busy. */
const TRIES = 3;
const SUBJECTS = {
  tree: "parseWikitext",
  record: "readPage",
  argument: "readPage, in an argument",
  sample: "readPage, in a code sample",
} as const satisfies Record<SubjectName, string>;

const options = readOptions(USAGE);
const words = options.positionals;
const rows: Row[] = [];
for (const subject of Object.keys(SUBJECTS) as SubjectName[]) {
  for (const [index, { name, isGenerated }] of LINEAR_CASES.entries()) {
    if (isGenerated && subject !== "record") continue;
    const label = `${SUBJECTS[subject]}: ${name}`;
    if (words.length > 0 && !words.some((word) => label.includes(word))) continue;
    const row = await measureUntilMet(label, { subject, index });
    console.error(`${label} ${row.note ?? toDigits(row.ratio.value)}`);
    rows.push(row);
  }
}
reportResults(
  { benchmark: "linear", input: "the time is that of the larger size", peers: PARSER_PEERS, rows },
  options,
);

async function measureUntilMet(name: string, request: LinearRequest) {
  let best = await measure(name, request);
  for (let tries = 1; tries < TRIES && best.ratio.value > TARGET && median(best.samples) < HOPELESS; tries++) {
    const again = await measure(name, request);
    if (again.ratio.value < best.ratio.value) best = again;
  }
  return best;
}

/** Runs each case in a process of its own, so that a hang or overflow affects no other. */
async function measure(name: string, request: LinearRequest): Promise<Row & { ratio: { value: number } }> {
  const child = startChild<LinearRequest>("linear-child.ts", []);
  try {
    const { bytes, whole, half } = await child.ask<LinearAnswer>(request, LIMIT);
    const ratio = { value: median(whole) / median(half), of: `× half of ${toDigits(bytes / 1e6)} MB`, atMost: TARGET };
    return { name, unit: "ms", samples: whole, bytes, ratio };
  } catch (error) {
    const { name: kind, message } = error as Error;
    const note = kind === "AbortError" ? `over ${LIMIT / 1000} s` : message;
    return { name, unit: "ms", samples: [], ratio: { value: Number.NaN, of: "", atMost: TARGET }, note };
  } finally {
    child.end();
  }
}
