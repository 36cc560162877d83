import type { Implementation } from "../implementation.ts";
import { echo } from "./client-closes.ts";

/** The connection ends without the server's doing, if it reaches the server at all. */
export const withoutServerEndings = {
  "call-close-connecting": (connection) => {
    connection.leaveUnanswered();
    connection.awaitEndPatiently();
  },
  "call-close-999": echo,
  "call-close-1001": echo,
  "call-close-2999": echo,
  "call-close-5000": echo,
  "call-close-reason-124": echo,
  "call-close-twice": echo,
  "connect-forbidden-by-csp": echo,
  "page-leaves": echo,
} satisfies Record<string, Implementation>;
