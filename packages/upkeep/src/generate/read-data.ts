import { toEndings } from "@wasclean/data/to-endings";
import {
  ENGINE_IDS,
  type Ending,
  type EndingGroup,
  EndingGroupSchema,
  EndingsSchema,
  type Engine,
  EnginesSchema,
  type Observations,
  ObservationsSchema,
  type Surprise,
  SurprisesSchema,
} from "@wasclean/schema";
import { DATA, readFolder, readJson } from "./read-json.ts";

/**
 * The endings of a data folder, in the order of their groups.
 * @throws {Error} if a file cannot be read or does not match its schema.
 */
export function readEndings(folder = DATA): Ending[] {
  return EndingsSchema.parse(toEndings(readGroups(folder)));
}

/**
 * The groups of endings of a data folder, in order.
 * @throws {Error} if a file cannot be read or does not match its schema.
 */
export function readGroups(folder = DATA): EndingGroup[] {
  return readFolder(folder, "endings", EndingGroupSchema).toSorted((a, b) => a.order - b.order);
}

/**
 * The observations of a data folder, in the order of the engines.
 * @throws {Error} if a file cannot be read or does not match its schema.
 */
export function readObservations(folder = DATA): Observations[] {
  const place = ({ engine }: Observations) => (ENGINE_IDS as readonly string[]).indexOf(engine.id);
  return readFolder(folder, "observations", ObservationsSchema).toSorted((a, b) => place(a) - place(b));
}

/**
 * The engines of a data folder, in their order.
 * @throws {Error} where the file cannot be read or is not what its schema says.
 */
export function readEngines(folder = DATA): Engine[] {
  return readJson(folder, "engines.json", EnginesSchema).engines;
}

/**
 * The surprising endings of a data folder, in their order.
 * @throws {Error} if the file cannot be read or does not match its schema.
 */
export function readSurprises(folder = DATA): Surprise[] {
  return readJson(folder, "surprises.json", SurprisesSchema).surprises;
}
