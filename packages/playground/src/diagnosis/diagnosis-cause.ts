import type { Evidence } from "./diagnosis-evidence.ts";

/** A verdict on a cause, and its reason (empty without evidence); `stands` where no other fact can exclude the cause. */
export type Judgement = readonly [verdict: "possible" | "excluded" | "certain", because: string, stands?: true];

/** A possible cause, a way to find out, and the judgement of a run. */
export type CauseRow = readonly [id: string, title: string, check: string, judge: (evidence: Evidence) => Judgement];

export const possible = (because = ""): Judgement => ["possible", because];
export const excluded = (because: string): Judgement => ["excluded", because];
export const standing = (verdict: Judgement[0], because: string): Judgement => [verdict, because, true];
