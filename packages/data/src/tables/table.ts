/** A cell's text; `null` where there is no value, which is not the same as an empty one. */
export type Cell = string | null;

/** A table as plain text, without a format: every row has as many cells as the head. */
export interface Table {
  /** What it shows, in a few words. */
  caption: string;
  /** The names of the columns. */
  head: string[];
  /** The first cell of a row is its name. */
  rows: Cell[][];
  /** Remarks that cells refer to as `[1]`, `[2]` and so on; absent: none. */
  notes?: string[];
  /** Where the values are from, in a sentence. */
  source: string;
}

/** Makes control characters visible, line breaks and tabs aside, and the byte order mark: readers of text files choke on them. */
export const showControls = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones meant
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
