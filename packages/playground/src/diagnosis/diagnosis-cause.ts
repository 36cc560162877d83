import type { Evidence } from "./diagnosis-evidence.ts";

/** Whether something was the cause, and why that is said (empty where nothing speaks for or against it); `stands` where that holds whatever else is known. */
export type Judgement = readonly [verdict: "possible" | "excluded" | "certain", because: string, stands?: true];

/** One thing that may have been the cause, what the reader can do about it, and how a run is judged. */
export type CauseRow = readonly [id: string, title: string, check: string, judge: (evidence: Evidence) => Judgement];

export const possible = (because = ""): Judgement => ["possible", because];
export const excluded = (because: string): Judgement => ["excluded", because];
export const standing = (verdict: Judgement[0], because: string): Judgement => [verdict, because, true];
