/** A cell's text; `null` for no value, as distinct from an empty one. */
export type Cell = string | null;

/** A table of plain text, independent of a format: every row has as many cells as the head. */
export interface Table {
  /** A title of a few words. */
  caption: string;
  /** The names of the columns. */
  head: string[];
  /** The rows; the first cell of each is its name. */
  rows: Cell[][];
  /** Remarks that cells refer to as `[1]`, `[2]` and so on; absent: none. */
  notes?: string[];
  /** A sentence on the source of the values. */
  source: string;
}

/** Escapes control characters other than line breaks and tabs, and the byte order mark, which break readers of text files. */
export const showControls = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones meant
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
