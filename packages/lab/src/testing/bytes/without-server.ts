import { ECHO_ROWS } from "./client-closes.ts";
import { type Row, SECOND } from "./row.ts";

/** See `implementations.test.ts`. */
export const withoutServerRows = {
  "call-close-connecting": [{ answer: "", ends: "after the client", log: SECOND }],
  "call-close-999": ECHO_ROWS,
  "call-close-1001": ECHO_ROWS,
  "call-close-2999": ECHO_ROWS,
  "call-close-5000": ECHO_ROWS,
  "call-close-reason-124": ECHO_ROWS,
  "call-close-twice": ECHO_ROWS,
  "connect-forbidden-by-csp": ECHO_ROWS,
  "page-leaves": ECHO_ROWS,
} satisfies Record<string, Row[]>;
