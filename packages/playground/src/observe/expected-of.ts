import type { Ending } from "@wasclean/schema";
import { type EndingSteps, type EndingValues, resolve, valuesOf } from "./client-steps.ts";
import { type CloseCode, isCodeForClose } from "./close-codes.ts";
import { REASON_LIMIT, utf8Length } from "./utf8-length.ts";

export { clientStepsOf, type EndingValues } from "./client-steps.ts";

/** The outcome that script should see, with every parameter filled in. */
export interface ExpectedClose {
  code: CloseCode | null;
  reason: string | null;
  wasClean: boolean | null;
  events: readonly ("open" | "message" | "error" | "close")[];
}

/** The fields of an ending that determine the expected outcome. */
export type ExpectableEnding = Pick<Ending, "id" | "expected" | "expectedForCodes" | "expectedForLongReason"> &
  EndingSteps;

/**
 * The expected outcome of an ending with the chosen values; `null` where the specifications leave it open, and where
 * `close()` refuses the client's values, so that the ending does not happen. `endings` is where the ending named by
 * `expectedForLongReason` is looked up.
 */
export function expectedOf(
  ending: ExpectableEnding,
  values: EndingValues,
  endings: readonly ExpectableEnding[],
): ExpectedClose | null {
  const { code, reason } = valuesOf(ending, values);
  const isLong = utf8Length(reason) > REASON_LIMIT;
  if (ending.parameters.some((parameter) => parameter.sentBy === "client")) {
    if (isLong || !isCodeForClose(code)) return null;
  }
  if (isLong && ending.expectedForLongReason !== undefined) {
    const other = endings.find(({ id }) => id === ending.expectedForLongReason);
    return other === undefined ? null : expectedOf(other, {}, endings);
  }
  const { expected, expectedForCodes } = ending;
  if (expected === null || !isWithin(code, expectedForCodes)) return null;
  return {
    code: resolve(expected.code, { code, reason }),
    reason: resolve(expected.reason, { code, reason }),
    wasClean: expected.wasClean,
    events: expected.events,
  };
}

function isWithin(code: CloseCode, ranges: Ending["expectedForCodes"]): boolean {
  return ranges?.some(([first, last]) => first <= code && code <= last) ?? true;
}
