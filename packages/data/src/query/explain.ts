import type { CloseCodeEntry, DerivedCloseCode } from "@wasclean/schema";
import { CLOSE_CODES, DERIVED_CLOSE_CODES } from "../load/index.ts";
import { toCloseCodeRecord } from "../tables/records.ts";
import { describeCode } from "./describe-code.ts";

/** What a close code means, and what engines make of it. */
export interface Explanation {
  /** The code asked for. */
  code: number;
  /** The entry of the registry that it belongs to, which may be that of a range. */
  entry: CloseCodeEntry;
  /** What engines report when it is sent or passed to `close()`, and which endings are reported as it; `null` where that was not measured. */
  observed: DerivedCloseCode | null;
  /** All of it in a few sentences. */
  text: string;
}

/**
 * What a close code means: who may send it, whether a Close frame and `close()` may have it, and what engines report.
 * @param code a whole number from 0 to 65535
 * @throws {RangeError} for anything else.
 * @example
 * explain(1006).text; // "1006 (Abnormal Closure): The connection ended without …"
 * explain(4001).entry.status; // "private-use"
 */
export function explain(code: number): Explanation {
  const record = toCloseCodeRecord(code, CLOSE_CODES.closeCodes, DERIVED_CLOSE_CODES);
  if (record === null) {
    throw new RangeError(`${JSON.stringify(code)} is no close code: give a whole number from 0 to 65535.`);
  }
  const { entry, observed, engines } = record;
  return { code, entry, observed, text: describeCode(code, entry, observed, engines) };
}
