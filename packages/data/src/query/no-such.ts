import { nearMatches, toQuestion } from "./near-matches.ts";

/** The error for an unknown name: the kind of thing, the name, similar names, and the remedy. */
export function noSuch(what: string, name: unknown, names: readonly string[], remedy: string): RangeError {
  const question = toQuestion(nearMatches(String(name), names));
  return new RangeError(`@wasclean/data has no ${what} ${JSON.stringify(name)}.${question} ${remedy}`);
}
