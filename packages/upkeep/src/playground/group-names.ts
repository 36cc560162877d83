import type { Ending } from "@wasclean/schema";

/** What the groups of endings are called, . */
export const groupNames = {
  "close-code": "The server sends a Close frame",
  "close-body": "The body of the Close frame",
  "around-close": "What comes with the Close frame",
  "no-close-frame": "No Close frame comes",
  "broken-frame": "The server breaks the framing",
  "opening-handshake": "The opening handshake fails",
  "client-closes": "The client closes first",
  "server-rule": "The client breaks a rule of the server's",
  "without-server": "Without a server's help",
} as const satisfies Record<Ending["group"], string>;
