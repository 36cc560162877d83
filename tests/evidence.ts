import { OBSERVATIONS } from "@wasclean/data/load";
import type { Observations } from "@wasclean/schema";
import type { EngineId } from "@wasclean/schema/ids";

/** The observations of one engine. */
export function observationsOf(id: EngineId): Observations {
  const found = OBSERVATIONS.find(({ engine }) => engine.id === id);
  if (found === undefined)
    throw new Error(`data/observations/${id}.json is missing: npm run measure -- --engine ${id}`);
  return found;
}
