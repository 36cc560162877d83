import type { Ending } from "@wasclean/schema";
import { endings } from "./endings.ts";

/** An ending that surprises, with what is surprising about it. What engines do there comes from the data. */
export interface Surprise {
  ending: Ending;
  headline: string;
}

/** The ten of packages/data/README.md, which says more of each; a test holds the two alike. */
const HEADLINES: Readonly<Record<string, string>> = {
  "handshake-wrong-accept": "A handshake that proves nothing can open a connection",
  "handshake-redirect": "A redirect is followed, against the standard",
  "connect-closed-port": "An abnormal end need not be 1006",
  "server-close-1012": "A registered code can count as an error",
  "server-close-1015": "A code that nobody may send is delivered, as a clean end",
  "close-then-text": "A correct Close frame is forgotten for what comes after it",
  "fin-no-close": "A lost connection may have no error event",
  "handshake-no-answer": "Nobody agrees how long to wait for the handshake",
  "client-close-never": "Nor how long to wait after close()",
  "connect-forbidden-by-csp": "A close event that never comes",
};

/** The most surprising endings, in the order in which they are told. */
export const surprises: readonly Surprise[] = Object.entries(HEADLINES).map(([id, headline]) => {
  const ending = endings.find((candidate) => candidate.id === id);
  if (!ending) throw new Error(`data/endings.json has no ${id}.`);
  return { ending, headline };
});
