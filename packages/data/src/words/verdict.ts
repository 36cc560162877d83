/** How what an engine does stands to the specifications; `open` where they do not say. */
export type Verdict = "agrees" | "differs" | "open" | "not-measured";

/** The mark and the words of a verdict: neither colour nor shape alone says it. */
export const VERDICTS = {
  agrees: { mark: "✓", words: "as the specifications say" },
  differs: { mark: "≠", words: "differs from the specifications" },
  open: { mark: "○", words: "the specifications leave it open" },
  "not-measured": { mark: "–", words: "not measured" },
} as const satisfies Record<Verdict, { mark: string; words: string }>;
