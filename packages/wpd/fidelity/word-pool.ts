const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** The words of a text: runs of letters and digits, case kept. */
export const toWords = (text: string): string[] => text.match(WORD) ?? [];

/** Words that can be taken once each, so that a text that stands twice in the source must stand twice in the record. */
export class WordPool {
  /** The words in order; an empty one ends a text. */
  readonly #words: readonly string[];
  /** 1 for each word that is taken. */
  readonly #taken: Uint8Array;
  readonly #places: ReadonlyMap<string, readonly number[]>;

  constructor(texts: Iterable<string>) {
    const words: string[] = [];
    for (const text of texts) words.push(...toWords(text), "");
    this.#words = words;
    this.#taken = new Uint8Array(words.length);
    this.#places = groupPlaces(words);
  }

  /** Takes a run of words that stand in one text without a gap; `false` and nothing taken if there is none. */
  takeRun(words: readonly string[]): boolean {
    const at = words.length === 0 ? 0 : this.#findRun(words);
    if (at === -1) return false;
    this.#taken.fill(1, at, at + words.length);
    return true;
  }

  /** Takes the pieces, three words in a row or more, of a run that has gaps in the record; returns the other words. */
  takePieces(words: readonly string[]): string[] {
    const left: string[] = [];
    for (let from = 0; from < words.length; ) {
      const { at, length } = this.#findPiece(words, from);
      if (length >= 3) this.#taken.fill(1, at, at + length);
      else left.push(words[from] as string);
      from += length >= 3 ? length : 1;
    }
    return left;
  }

  /** Takes the words one by one; returns those that are missing. */
  takeEach(words: readonly string[]): string[] {
    return words.filter((word) => {
      const place = this.#placesOf(word).find((index) => this.#taken[index] === 0);
      if (place !== undefined) this.#taken[place] = 1;
      return place === undefined;
    });
  }

  /** Where the run stands; -1 if nowhere. Its rarest word is looked up, so that a page of one repeated word takes no longer. */
  #findRun(run: readonly string[]): number {
    let rarest = 0;
    const rarity = (word: string) => this.#placesOf(word).length;
    for (const [index, word] of run.entries()) if (rarity(word) < rarity(run[rarest] as string)) rarest = index;
    const places = this.#placesOf(run[rarest] as string);
    const found = places.find((place) => place >= rarest && this.#countFree(run, 0, place - rarest) === run.length);
    return found === undefined ? -1 : found - rarest;
  }

  /** The longest piece of the run from `from` on that stands somewhere. */
  #findPiece(run: readonly string[], from: number): { at: number; length: number } {
    let longest = { at: -1, length: 0 };
    for (const at of this.#placesOf(run[from] as string)) {
      const length = this.#countFree(run, from, at);
      if (length > longest.length) longest = { at, length };
    }
    return longest;
  }

  /** The number of words of the run, from `from` on, that stand at `at` and are not taken. */
  #countFree(run: readonly string[], from: number, at: number): number {
    let length = 0;
    while (from + length < run.length && this.#isFree(run[from + length] as string, at + length)) length++;
    return length;
  }

  #isFree(word: string, at: number): boolean {
    return this.#words[at] === word && this.#taken[at] === 0;
  }

  #placesOf(word: string): readonly number[] {
    return this.#places.get(word) ?? [];
  }
}

function groupPlaces(words: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [index, word] of words.entries()) {
    const known = places.get(word);
    if (known) known.push(index);
    else places.set(word, [index]);
  }
  return places;
}
