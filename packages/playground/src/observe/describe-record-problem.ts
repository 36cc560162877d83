import type { RecordAnswer, RecordProblem } from "./fetch-connection-record.ts";

const words: Record<RecordProblem, (lab: string, status: number | undefined) => string> = {
  LAB_UNREACHABLE: (lab) =>
    `The lab at ${lab} cannot be reached. Start one with npx @wasclean/lab, or set the attribute lab to where one runs.`,
  RECORD_MISSING: (lab) =>
    `The lab at ${lab} knows nothing of this connection: it never reached the lab, or its record is gone. Connect again.`,
  LAB_REFUSES: (lab, status) => `The lab at ${lab} answered ${status}. Connect again, a little later.`,
  RECORD_UNREADABLE: (lab) =>
    `What answers at ${lab} is not a lab. Start one with npx @wasclean/lab, and set the attribute lab to its address.`,
};

/** Why the lab's record cannot be shown, and the remedy; `null` without a problem. */
export function describeRecordProblem(answer: RecordAnswer, lab: string): string | null {
  return answer.problem === null ? null : words[answer.problem](lab, answer.status);
}
