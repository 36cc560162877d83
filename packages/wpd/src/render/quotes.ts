/** What a run of apostrophes means: text, and then bold or italics switched. */
export interface QuoteRun {
  /** Apostrophes that are just apostrophes. */
  text: string;
  toggles: ("b" | "i")[];
}

/**
 * Reads the runs of two or more apostrophes of one line, given their lengths, as MediaWiki does
 * (https://www.mediawiki.org/wiki/Help:Formatting): two switch italics, three bold, five both; a fourth, and any over
 * five, are apostrophes. Where both bold and italics would stay open, one bold run was an apostrophe and italics:
 * `precededBySingleLetter[i]` says that a word of one letter stands before run `i`, as in `l'''amour''`.
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
