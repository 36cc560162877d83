import type { Ending, EndingId } from "@wasclean/schema";
import { ENDINGS } from "../load/index.ts";
import { noSuch } from "./no-such.ts";

/** An ending of this package: its id is one that is known. */
export type EndingOf = Ending & { id: EndingId };

/**
 * All endings, in the order of `endings.json`: by group, what is usual first.
 * @example
 * endings().filter(({ group }) => group === "no-close-frame").map(({ title }) => title);
 */
export function endings(): readonly EndingOf[] {
  return ENDINGS as readonly EndingOf[];
}

/**
 * One ending by its id.
 * @throws {RangeError} where there is none of that id.
 * @example
 * endingOf("fin-no-close").expected; // { code: 1006, reason: "", wasClean: false, events: ["open", "error", "close"] }
 */
export function endingOf(id: EndingId): EndingOf {
  const ending = endings().find((one) => one.id === id);
  if (ending) return ending;
  const ids = ENDINGS.map((one) => one.id);
  throw noSuch("ending", id, ids, "endings() lists them all.");
}
