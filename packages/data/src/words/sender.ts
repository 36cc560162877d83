import type { CloseCodeEntry } from "@wasclean/schema";

/** The side that may put a code into a Close frame. */
export const SENDERS = {
  either: "Either side",
  client: "The client",
  server: "The server",
  nobody: "Nobody",
} as const satisfies Record<CloseCodeEntry["sentBy"], string>;

/** The side that may send a code, as a sentence without its full stop: `Only the client may send it`. */
export function senderWords(sentBy: CloseCodeEntry["sentBy"]): string {
  const isOne = sentBy === "client" || sentBy === "server";
  return `${isOne ? `Only ${SENDERS[sentBy].replace("The", "the")}` : SENDERS[sentBy]} may send it`;
}
