import type { Difference, EndingId, EngineId } from "@wasclean/schema";
import { DIFFERENCES } from "../load/index.ts";

/** The differences between engines in one ending of this package. */
export type DifferenceOf = Difference & {
  ending: EndingId;
  groups: (Difference["groups"][number] & { engines: EngineId[] })[];
};

/**
 * The endings in which engines differ from each other or from the specifications, in the order of `endings.json`;
 * engines with the same outcome are grouped.
 * @example
 * // Where Firefox alone differs from all others:
 * differences().filter(({ groups }) => groups.some(({ engines }) => engines.join() === "firefox"));
 */
export function differences(): readonly DifferenceOf[] {
  return DIFFERENCES.differences as DifferenceOf[];
}
