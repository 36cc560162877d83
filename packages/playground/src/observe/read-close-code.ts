import type { CloseCode } from "./close-codes.ts";

/** The message for a code that cannot be read. */
export const CODE_PROBLEM = "A code is a whole number from 0 to 65535.";

/** Reads a close code as typed: an integer from 0 to 65535; else `null`. */
export function readCloseCode(text: string): CloseCode | null {
  const digits = text.trim();
  return /^\d{1,5}$/.test(digits) && +digits <= 65535 ? +digits : null;
}
