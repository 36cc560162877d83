import endings from "@wasclean/data/endings.json" with { type: "json" };
import type { Ending } from "@wasclean/data/schema";

/** The file data/endings.json: what each ending is. Its test validates it, so nothing needs to at run time. */
export const ENDINGS = endings as unknown as readonly Ending[];

/**
 * What one may choose about an ending by its query string.
 * @throws {Error} for an id that is not in data/endings.json.
 */
export function parametersOf(id: string): Ending["parameters"] {
  const ending = ENDINGS.find((candidate) => candidate.id === id);
  if (ending === undefined) throw new Error(`No ending "${id}" in data/endings.json; add it there first`);
  return ending.parameters.filter((parameter) => parameter.sentBy === "server");
}
