/** A comparison of an engine's outcome with the specifications; `open` if they leave it open. */
export type Verdict = "agrees" | "differs" | "open" | "not-measured";

/** The mark and words of each verdict, so that neither colour nor shape alone carries the meaning. */
export const VERDICTS = {
  agrees: { mark: "✓", words: "as the specifications say" },
  differs: { mark: "≠", words: "differs from the specifications" },
  open: { mark: "○", words: "the specifications leave it open" },
  "not-measured": { mark: "–", words: "not measured" },
} as const satisfies Record<Verdict, { mark: string; words: string }>;
