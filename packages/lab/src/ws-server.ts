import { WebSocketServer } from "ws";
import type { LabLimits } from "./lab-options.ts";

const MAX_FRAGMENTS = 1_024;
const NEVER_MS = 2 ** 31 - 1;

/** ws without a server of its own, its loose defaults tightened. */
export function createWebSocketServer({ maxMessageBytes }: LabLimits): WebSocketServer {
  const options = {
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: maxMessageBytes,
    maxFragments: MAX_FRAGMENTS,
    // The lab has time limits of its own, and they are logged; this one must not come first.
    closeTimeout: NEVER_MS,
  };
  return new WebSocketServer(options);
}
