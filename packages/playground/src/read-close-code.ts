import type { CloseCode } from "./close-codes.ts";

/** Reads a close code as typed: an integer from 0 to 65535. `problem` is a sentence for the reader, else `null`. */
export function readCloseCode(text: string): { value: CloseCode | null; problem: string | null } {
  const digits = text.trim();
  if (/^\d{1,5}$/.test(digits) && Number(digits) <= 65535) return { value: Number(digits), problem: null };
  return { value: null, problem: "A code is a whole number from 0 to 65535." };
}
