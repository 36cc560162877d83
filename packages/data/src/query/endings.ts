import type { Ending, EndingId } from "@wasclean/schema";
import { ENDINGS } from "../load/index.ts";
import { noSuch } from "./no-such.ts";

/** An ending of this package, with a known id. */
export type EndingOf = Ending & { id: EndingId };

/**
 * All endings, in the order of `endings.json`: by group, common ones first.
 * @example
 * endings().filter(({ group }) => group === "no-close-frame").map(({ title }) => title);
 */
export function endings(): readonly EndingOf[] {
  return ENDINGS as readonly EndingOf[];
}

/**
 * One ending by its id.
 * @throws {RangeError} for an unknown id.
 * @example
 * endingOf("fin-no-close").expected; // { code: 1006, reason: "", wasClean: false, events: ["open", "error", "close"] }
 */
export function endingOf(id: EndingId): EndingOf {
  const ending = endings().find((one) => one.id === id);
  if (ending) return ending;
  const ids = ENDINGS.map((one) => one.id);
  throw noSuch("ending", id, ids, "endings() lists them all.");
}
