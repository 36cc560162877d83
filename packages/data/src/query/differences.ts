import type { Difference, EndingId, EngineId } from "@wasclean/schema";
import { DIFFERENCES } from "../load/index.ts";

/** How engines differ about one ending of this package. */
export type DifferenceOf = Difference & {
  ending: EndingId;
  groups: (Difference["groups"][number] & { engines: EngineId[] })[];
};

/**
 * The endings in which engines differ from each other or from the specifications, in the order of `endings.json`;
 * engines that are alike stand together.
 * @example
 * // Where Firefox alone differs from all others:
 * differences().filter(({ groups }) => groups.some(({ engines }) => engines.join() === "firefox"));
 */
export function differences(): readonly DifferenceOf[] {
  return DIFFERENCES.differences as DifferenceOf[];
}
