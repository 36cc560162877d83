import { type Child, startChild } from "./child.ts";
import { countBytes, findCorpus, readPages } from "./corpus.ts";
import { PARSER_PEERS } from "./machine.ts";
import { readOptions } from "./options.ts";
import type { ParseRequest } from "./parse-child.ts";
import { PARSERS, type ParserName } from "./parsers.ts";
import { type Row, reportResults } from "./results.ts";
import { median, toDigits } from "./statistics.ts";

const USAGE = `Parses the same pages with every parser in turn.

Usage: npm run parse -- [folder of pages] [--json FILE] [--assert]`;
const WARM_UPS = 2;
const ROUNDS = 7;
/** The shortest sample, in milliseconds; a faster parser reads the pages again, because a pass of 20 ms says little. */
const AT_LEAST = 500;
const NAMES = Object.keys(PARSERS) as ParserName[];

const options = readOptions(USAGE);
const folder = findCorpus(options.positionals);
const children = new Map(NAMES.map((name) => [name, startChild<ParseRequest>("parse-child.ts", [folder, name])]));
const each = async (act: (name: ParserName, child: Child<ParseRequest>) => Promise<void>) => {
  for (const [name, child] of children) await act(name, child);
};

const throws = new Map<ParserName, number[]>();
await each(async (name, child) => {
  throws.set(name, await child.ask<number[]>({ ask: "check" }));
});
// A page on which any parser throws is left out for all.
const out = [...new Set([...throws.values()].flat())];
const pages = readPages(folder).filter((_, index) => !out.includes(index));
await each(async (_, child) => {
  await child.ask({ ask: "leave", out });
});

const samples = new Map<ParserName, number[]>(NAMES.map((name) => [name, []]));
for (let round = -WARM_UPS; round < ROUNDS; round++) {
  console.error(round < 0 ? `warm-up ${round + WARM_UPS + 1} of ${WARM_UPS}` : `round ${round + 1} of ${ROUNDS}`);
  await each(async (name, child) => {
    const milliseconds = await child.ask<number>({ ask: "time", atLeast: AT_LEAST });
    if (round >= 0) samples.get(name)?.push(milliseconds);
  });
}
await each(async (_, child) => child.end());

const bytes = countBytes(pages);
const middle = (name: ParserName) => median(samples.get(name) ?? []);
const row = (name: ParserName, ratio?: Row["ratio"]): Row => {
  const count = throws.get(name)?.length ?? 0;
  const label = count === 0 ? PARSERS[name].label : `${PARSERS[name].label}, throws on ${count} pages`;
  return { name: label, unit: "ms", samples: samples.get(name) ?? [], bytes, ...(ratio && { ratio }) };
};
const ours = middle("tree");
reportResults(
  {
    benchmark: "parse",
    peers: PARSER_PEERS,
    input: `${pages.length} pages, ${toDigits(bytes / 1e6)} MB${out.length > 0 ? ` (${out.length} left out)` : ""}, ${ROUNDS} rounds`,
    rows: [
      row("tree"),
      row("wikiparser", { value: middle("wikiparser") / ours, of: "× our time", atLeast: 10 }),
      row("wtf", { value: middle("wtf") / ours, of: "× our time", atLeast: 4 }),
      row("json", { value: ours / middle("json"), of: "× its time is ours", atMost: 20 }),
      row("record", { value: middle("record") / ours, of: "× our time for the tree" }),
    ],
  },
  options,
);
