import type { EndingId } from "./ending-ids.ts";
import { aroundCloseEndings } from "./endings/around-close.ts";
import { brokenFrameEndings } from "./endings/broken-frame.ts";
import { clientClosesEndings } from "./endings/client-closes.ts";
import { closeBodyEndings } from "./endings/close-body.ts";
import { closeCodeEndings } from "./endings/close-code.ts";
import { noCloseFrameEndings } from "./endings/no-close-frame.ts";
import { openingHandshakeEndings } from "./endings/opening-handshake.ts";
import { serverRuleEndings } from "./endings/server-rule.ts";
import { withoutServerEndings } from "./endings/without-server.ts";
import type { Implementation } from "./implementation.ts";

/** How each ending is made to happen; one that is missing is a type error. */
export const IMPLEMENTATIONS = {
  ...closeCodeEndings,
  ...closeBodyEndings,
  ...aroundCloseEndings,
  ...noCloseFrameEndings,
  ...brokenFrameEndings,
  ...openingHandshakeEndings,
  ...clientClosesEndings,
  ...serverRuleEndings,
  ...withoutServerEndings,
} satisfies Record<EndingId, Implementation>;
