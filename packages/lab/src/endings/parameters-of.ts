import endings from "@wasclean/data/endings.json" with { type: "json" };
import type { Ending } from "@wasclean/schema";

/** The file data/endings.json: what each ending is. Its test validates it, so nothing needs to at run time. */
export const ENDINGS = endings as unknown as readonly Ending[];

const PARAMETERS = new Map(
  ENDINGS.map(({ id, parameters }) => [id as string, parameters.filter(({ sentBy }) => sentBy === "server")]),
);

/**
 * What one may choose about an ending by its query string.
 * @throws {Error} for an id that is not in data/endings.json.
 */
export function parametersOf(id: string): Ending["parameters"] {
  const parameters = PARAMETERS.get(id);
  if (parameters === undefined) throw new Error(`No ending "${id}" in data/endings.json; add it there first`);
  return parameters;
}
