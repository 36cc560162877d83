import records from "@wasclean/data/endings.json" with { type: "json" };
import type { Ending } from "@wasclean/data/schema";

/** Every ending that the lab can make happen. The JSON is checked against its schema where it is kept, so its type is only stated here. */
export const endings = records as unknown as readonly Ending[];

/** The ending of that id, or `undefined`. */
export function findEnding(id: string | null): Ending | undefined {
  return endings.find((ending) => ending.id === id);
}
