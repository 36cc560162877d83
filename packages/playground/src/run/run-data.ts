import type { ConnectionRecord, WireEvent } from "@wasclean/schema";
import type { ObservedEvent } from "../observe/observed-event.ts";
import type { Violation } from "../observe/watch-violations.ts";

/** A permission of the browser's; `null` where it cannot be asked for its state. */
export type LocalNetworkPermission = "granted" | "denied" | "prompt" | null;

/** What one run was and what was seen of it; also what is exported as JSON. Plain data, structured-cloneable. */
export interface RunData {
  format: "wasclean-run";
  version: 1;
  /** Against a lab; a URL of the reader's own; a recording of an engine. */
  mode: "live" | "own" | "recorded";
  /** Of a recording: the engine's id, e.g. `firefox`; else `null`. */
  engine: string | null;
  url: string;
  protocols: string[];
  /** The ending's id, never a preset's; `null` for a URL of one's own. */
  ending: string | null;
  /** What was chosen for the ending's parameters; `null` where it has none. */
  code: number | null;
  reason: string | null;
  /** ISO 8601, UTC. */
  startedAt: string;
  userAgent: string;
  /** `location.protocol`, `location.host`, and `navigator.onLine` at the end. */
  page: { protocol: string; host: string; online: boolean };
  /** What `observe()` saw, `at` in milliseconds since the start. */
  events: ObservedEvent[];
  /** What the lab saw, `at` in milliseconds since it took the handshake over; empty where it was not asked. */
  wire: WireEvent[];
  /** The lab's whole record once it answered; `null` before, and where it did not. */
  record: ConnectionRecord | null;
  /** `securitypolicyviolation` events of the page's that were seen while it ran. */
  violations: Violation[];
  /** The permission `loopback-network` or `local-network`. */
  localNetwork: LocalNetworkPermission;
}
