import type { CloseCodeEntry, DerivedCloseCode } from "@wasclean/schema";
import { CLOSE_CODES, DERIVED_CLOSE_CODES } from "../load/index.ts";
import { toCloseCodeRecord } from "../tables/records.ts";
import { describeCode } from "./describe-code.ts";

/** The meaning of a close code, and the engines' reports of it. */
export interface Explanation {
  /** The code asked for. */
  code: number;
  /** The code's entry in the registry, which may be a range. */
  entry: CloseCodeEntry;
  /** The engines' reports when the code is sent or passed to `close()`, and the endings reported as this code; `null` if not measured. */
  observed: DerivedCloseCode | null;
  /** The explanation in a few sentences. */
  text: string;
}

/**
 * Explains a close code: its meaning, who may send it, whether a Close frame and `close()` may have it, and what engines
 * report.
 * @param code a whole number from 0 to 65535
 * @throws {RangeError} for anything else.
 * @example
 * explain(1006).text; // "1006 (Abnormal Closure): The connection ended without …"
 * explain(4001).entry.status; // "private-use"
 */
export function explain(code: number): Explanation {
  const record = toCloseCodeRecord(code, CLOSE_CODES.closeCodes, DERIVED_CLOSE_CODES);
  if (record === null) {
    throw new RangeError(`${JSON.stringify(code)} is not a close code: use a whole number from 0 to 65535.`);
  }
  const { entry, observed, engines } = record;
  return { code, entry, observed, text: describeCode(code, entry, observed, engines) };
}
