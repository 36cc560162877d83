/** The mark of `open` in the matrix where most engines do the same and this one does not. */
export const UNLIKE_MOST = { mark: "◐", words: "left open, and unlike most engines" } as const;
