import type { ImportFailure } from "@wasclean/schema";

/** Something about the input that a person has to put right. The message says what, and what to do. */
export class InputError extends Error {
  /** The line that is to blame, from 1. */
  readonly line: number | null;

  constructor(message: string, line: number | null = null) {
    super(message);
    this.line = line;
  }
}

/** What the system says about a failed call, without the path that it was about. */
export function describeSystemError(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const words = /^[A-Z0-9_]+: ([^,]+)/.exec(message)?.[1] ?? message;
  return code === undefined ? words : `${words} (${code})`;
}

/** Whether a call to the system failed: not a mistake in the program. */
export const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && "syscall" in error;

/** What a report says of a page that could not be imported. Anything but the input and the system is a mistake in the program. */
export function toFailure(error: unknown, path: string): ImportFailure {
  if (error instanceof InputError) return { path, line: error.line, reason: error.message };
  if (isSystemError(error)) return { path, line: null, reason: describeSystemError(error) };
  return { path, line: null, reason: `the importer has a bug: ${String(error).split("\n")[0]}` };
}
