import records from "@wasclean/data/endings.json" with { type: "json" };
import type { Ending } from "@wasclean/schema";

/** Every ending that the lab can make happen. The JSON is checked against its schema where it is kept, so its type is only stated here. */
export const endings = records as unknown as readonly Ending[];

/** Whether this page can bring the ending about: not one that needs another port, an absent server, a certain policy, or the page's end. */
export function isRunnable({ connectsTo, client }: Ending): boolean {
  return connectsTo === "lab" && client.every((step) => step.do !== "leave-page");
}

/** The ending of that id, or `undefined`. */
export function findEnding(id: string | null): Ending | undefined {
  return endings.find((ending) => ending.id === id);
}
