import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { answer } from "./child.ts";
import { readPages } from "./corpus.ts";
import { PARSERS, type ParserName } from "./parsers.ts";

/** What the benchmark asks of the process of one parser. */
export type ParseRequest =
  /** Which pages does it throw on? Answered with their indexes. */
  | { ask: "check" }
  /** Leaves pages out from now on. Answered with how many are left. */
  | { ask: "leave"; out: number[] }
  /** Reads all pages again and again for at least so long. Answered with the milliseconds that one pass took. */
  | { ask: "time"; atLeast: number };

const [folder, name] = process.argv.slice(2) as [string, ParserName];
let pages = readPages(folder);
const first = await PARSERS[name].load(pages);
let pass = toPass(first);
setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

/** Kept where the engine cannot see that nobody looks at it. */
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
