import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { answer } from "./child.ts";
import { readPages } from "./corpus.ts";
import { PARSERS, type ParserName } from "./parsers.ts";

/** A request to the process of a parser. */
export type ParseRequest =
  /** Answered with the indexes of the pages on which the parser throws. */
  | { ask: "check" }
  /** Leaves pages out from now on. Answered with the number of the others. */
  | { ask: "leave"; out: number[] }
  /** Reads all pages repeatedly for at least `ms` milliseconds. Answered with the milliseconds of one pass. */
  | { ask: "time"; atLeast: number };

const [folder, name] = process.argv.slice(2) as [string, ParserName];
let pages = readPages(folder);
const first = await PARSERS[name].load(pages);
let pass = toPass(first);
setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

/** The last result, kept so that the engine cannot skip unused work. */
let last: unknown;

function toPass(parser: Awaited<ReturnType<(typeof PARSERS)[ParserName]["load"]>>): () => void {
  if ("parseAll" in parser) {
    return () => {
      last = parser.parseAll();
    };
  }
  return () => {
    for (const page of pages) last = parser.parse(page);
  };
}

answer(async (request: ParseRequest) => {
  switch (request.ask) {
    case "check":
      return "parse" in first ? findThrows(first.parse) : [];
    case "leave": {
      const out = new Set(request.out);
      pages = pages.filter((_, index) => !out.has(index));
      pass = toPass(await PARSERS[name].load(pages));
      return pages.length;
    }
    case "time":
      return time(request.atLeast);
  }
});

function findThrows(parse: (wikitext: string) => unknown): number[] {
  return [...pages.keys()].filter((index) => {
    try {
      last = parse(pages[index] ?? "");
      return false;
    } catch {
      return true;
    }
  });
}

function time(atLeast: number): number {
  last = undefined;
  collectGarbage();
  const start = performance.now();
  let passes = 0;
  do {
    pass();
    passes++;
  } while (performance.now() - start < atLeast);
  const milliseconds = (performance.now() - start) / passes;
  return last === undefined ? Number.NaN : milliseconds;
}
