const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** The words of a text: runs of letters and digits, case kept. */
export const toWords = (text: string): string[] => text.match(WORD) ?? [];

/** Words that can be taken once each, so that a text that stands twice in the source must stand twice in the record. */
export interface WordPool {
  /** Takes a run of words that stand in one text without a gap; takes nothing where there is none. */
  takeRun(words: readonly string[]): boolean;
  /** Takes what it can of a run that has gaps in the record, three words in a row or more; returns the other words. */
  takePieces(words: readonly string[]): string[];
  /** Takes the words one by one; returns those that are not there. */
  takeEach(words: readonly string[]): string[];
}

/** Makes a pool of the words of some texts. */
export function createWordPool(texts: Iterable<string>): WordPool {
  const words: string[] = [];
  for (const text of texts) words.push(...toWords(text), "");
  const taken = new Uint8Array(words.length);
  const places = new Map<string, number[]>();
  for (const [index, word] of words.entries()) {
    const known = places.get(word);
    if (known) known.push(index);
    else places.set(word, [index]);
  }

  const fits = (run: readonly string[], at: number) =>
    run.every((word, index) => words[at + index] === word && taken[at + index] === 0);

  /** The run's rarest word decides where to look, so that a page of one repeated word takes no longer. */
  function findRun(run: readonly string[]): number {
    let rarest = 0;
    const rarity = (word: string) => places.get(word)?.length ?? 0;
    for (const [index, word] of run.entries()) if (rarity(word) < rarity(run[rarest] as string)) rarest = index;
    const found = places.get(run[rarest] as string)?.find((place) => place >= rarest && fits(run, place - rarest));
    return found === undefined ? -1 : found - rarest;
  }

  /** The longest piece of the run from `from` on that stands somewhere. */
  function findPiece(run: readonly string[], from: number): { at: number; length: number } {
    const longest = { at: -1, length: 0 };
    for (const at of places.get(run[from] as string) ?? []) {
      let length = 0;
      while (from + length < run.length && words[at + length] === run[from + length] && taken[at + length] === 0)
        length++;
      if (length > longest.length) Object.assign(longest, { at, length });
    }
    return longest;
  }

  return {
    takePieces(run) {
      const left: string[] = [];
      for (let from = 0; from < run.length; ) {
        const { at, length } = findPiece(run, from);
        if (length >= 3) taken.fill(1, at, at + length);
        else left.push(run[from] as string);
        from += length >= 3 ? length : 1;
      }
      return left;
    },
    takeRun(run) {
      const at = run.length === 0 ? 0 : findRun(run);
      if (at === -1) return false;
      taken.fill(1, at, at + run.length);
      return true;
    },
    takeEach: (run) =>
      run.filter((word) => {
        const place = places.get(word)?.find((index) => taken[index] === 0);
        if (place !== undefined) taken[place] = 1;
        return place === undefined;
      }),
  };
}
