import { ENDINGS } from "@wasclean/data/load";
import type { Ending } from "@wasclean/schema";

const PARAMETERS = new Map(
  ENDINGS.map(({ id, parameters }) => [id as string, parameters.filter(({ sentBy }) => sentBy === "server")]),
);

/**
 * The parameters that an ending takes in its query string.
 * @throws {Error} for an id that is not in data/endings.
 */
export function parametersOf(id: string): Ending["parameters"] {
  const parameters = PARAMETERS.get(id);
  if (parameters === undefined) throw new Error(`No ending "${id}" in data/endings; add it there first`);
  return parameters;
}
