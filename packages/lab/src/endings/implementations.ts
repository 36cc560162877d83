import type { EndingId } from "./ending-ids.ts";
import { aroundCloseEndings } from "./groups/around-close.ts";
import { brokenFrameEndings } from "./groups/broken-frame.ts";
import { clientClosesEndings } from "./groups/client-closes.ts";
import { closeBodyEndings } from "./groups/close-body.ts";
import { closeCodeEndings } from "./groups/close-code.ts";
import { noCloseFrameEndings } from "./groups/no-close-frame.ts";
import { openingHandshakeEndings } from "./groups/opening-handshake.ts";
import { serverRuleEndings } from "./groups/server-rule.ts";
import { withoutServerEndings } from "./groups/without-server.ts";
import type { Implementation } from "./implementation.ts";

/** The implementation of each ending; a missing one is a type error. */
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
