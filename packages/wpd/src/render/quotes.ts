/** The meaning of a run of apostrophes: text, then the formats that it turns on or off. */
interface QuoteRun {
  /** Apostrophes that are text. */
  text: string;
  toggles: ("b" | "i")[];
}

/**
 * Reads the runs of two or more apostrophes of one line, by their lengths, as MediaWiki does
 * (https://www.mediawiki.org/wiki/Help:Formatting): two toggle italics, three bold, five both; a fourth, and any over
 * five, are text. If both bold and italics would stay open, one bold run is read as an apostrophe and italics, preferably
 * one after a word of one letter, as in `l'''amour''`: `precededBySingleLetter[i]` says so of run `i`.
 */
export function readQuotes(lengths: readonly number[], precededBySingleLetter: readonly boolean[] = []): QuoteRun[] {
  const runs = lengths.map((length): QuoteRun => {
    if (length === 2) return { text: "", toggles: ["i"] };
    if (length === 3) return { text: "", toggles: ["b"] };
    if (length === 4) return { text: "'", toggles: ["b"] };
    return { text: "'".repeat(length - 5), toggles: ["b", "i"] };
  });
  const count = (tag: "b" | "i") => runs.filter((run) => run.toggles.includes(tag)).length;
  if (count("b") % 2 === 1 && count("i") % 2 === 1) {
    const bold = runs.map((run, index) => (run.toggles.length === 1 && run.toggles[0] === "b" ? index : -1));
    const candidates = bold.filter((index) => index !== -1);
    const index = candidates.find((candidate) => precededBySingleLetter[candidate]) ?? candidates[0];
    const run = index === undefined ? undefined : runs[index];
    if (run) {
      run.text += "'";
      run.toggles = ["i"];
    }
  }
  return runs;
}
