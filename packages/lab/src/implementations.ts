import type { EndingId } from "./ending-ids.ts";
import { brokenFrameEndings } from "./endings/broken-frame.ts";
import { clientClosesEndings } from "./endings/client-closes.ts";
import { closeFrameEndings } from "./endings/close-frame.ts";
import { noCloseFrameEndings } from "./endings/no-close-frame.ts";
import { openingHandshakeEndings } from "./endings/opening-handshake.ts";
import type { Implementation } from "./implementation.ts";

/** How each ending is made to happen; one that is missing is a type error. */
export const IMPLEMENTATIONS = {
  ...closeFrameEndings,
  ...noCloseFrameEndings,
  ...brokenFrameEndings,
  ...openingHandshakeEndings,
  ...clientClosesEndings,
} satisfies Record<EndingId, Implementation>;
