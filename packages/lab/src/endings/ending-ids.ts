import { SERVED_ENDING_IDS, type ServedEndingId } from "@wasclean/schema/ids";

/** The id of every ending that the lab serves, in the order of the data. */
export const ENDING_IDS = SERVED_ENDING_IDS;
/** The id of an ending that the lab serves. */
export type EndingId = ServedEndingId;

const IDS: ReadonlySet<string> = new Set(ENDING_IDS);

/** Whether a segment of a path is the id of an ending that the lab serves. */
export function isEndingId(segment: string): segment is EndingId {
  return IDS.has(segment);
}
