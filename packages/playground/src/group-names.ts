import type { Ending } from "@wasclean/data/schema";

/** What the groups of endings are called, in the order in which they are listed. */
export const groupNames = {
  "close-frame": "The server sends a Close frame",
  "no-close-frame": "No Close frame comes",
  "broken-frame": "The server breaks the framing",
  "opening-handshake": "The opening handshake fails",
  "client-closes": "The client closes first",
} as const satisfies Record<Ending["group"], string>;
