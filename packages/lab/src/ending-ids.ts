/**
 * The id of every ending, as in data/endings.json.
 * Types cannot be read out of a JSON file, so the ids stand here once more: a test holds the two lists equal,
 * and the compiler holds implementations.ts to this one.
 */
export const ENDING_IDS = [
  "server-close",
  "close-empty",
  "close-reason-124",
  "close-twice",
  "fin-no-close",
  "rst-no-close",
  "text-not-utf8",
  "masked-text",
  "handshake-status-403",
  "handshake-wrong-accept",
  "client-close-echo",
  "client-close-other-code",
] as const;

/** The id of an ending: the last segment of its path. */
export type EndingId = (typeof ENDING_IDS)[number];

/** Whether a path segment is the id of an ending. */
export function isEndingId(segment: string): segment is EndingId {
  return (ENDING_IDS as readonly string[]).includes(segment);
}
