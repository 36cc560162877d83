import type { ImportFailure } from "@wasclean/schema";

/** An error in the input that a person has to fix. The message says what is wrong and what to do. */
export class InputError extends Error {
  /** The line of the error, from 1. */
  readonly line: number | null;

  constructor(message: string, line: number | null = null) {
    super(message);
    this.line = line;
  }
}

/** The system's message about a failed call, without the path in it. */
export function describeSystemError(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const words = /^[A-Z0-9_]+: ([^,]+)/.exec(message)?.[1] ?? message;
  return code === undefined ? words : `${words} (${code})`;
}

/** Whether the error is of a failed system call, not a bug of the program. */
export const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && "syscall" in error;

/** The entry in the report for a page that could not be imported. Errors other than the input's and the system's are bugs. */
export function toFailure(error: unknown, path: string): ImportFailure {
  if (error instanceof InputError) return { path, line: error.line, reason: error.message };
  if (isSystemError(error)) return { path, line: null, reason: describeSystemError(error) };
  return { path, line: null, reason: `the importer has a bug: ${String(error).split("\n")[0]}` };
}
