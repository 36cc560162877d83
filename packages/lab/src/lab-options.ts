import { type Clock, systemClock } from "./clock.ts";

/** The lab's limits, each with its default. Bytes and milliseconds; whole numbers from 1 up. */
export const DEFAULT_LIMITS = {
  /** WebSocket connections at once. */
  maxConnections: 500,
  /** WebSocket connections at once from one IP address. */
  maxConnectionsPerAddress: 100,
  /** Bytes of one message from a client, all its fragments together. */
  maxMessageBytes: 65_536,
  /** Milliseconds that a refused client has for going away; the command also allows them for a request's head. */
  handshakeMs: 5_000,
  /** Milliseconds without a byte in either direction until the lab ends the connection. */
  idleMs: 60_000,
  /** Milliseconds that a client has for answering a Close frame or a broken frame, and again for answering FIN. */
  closingMs: 5_000,
  /** Milliseconds that a connection lives until the lab ends it. */
  totalMs: 300_000,
  /** Records kept, those of open connections included; the oldest ended one goes first. */
  maxRecords: 2_000,
  /** Milliseconds for which the record of an ended connection is kept. */
  recordMs: 60_000,
  /** Events in one record. */
  maxEvents: 100,
};

/** The lab's limits; see `DEFAULT_LIMITS`. */
export type LabLimits = typeof DEFAULT_LIMITS;

/** What `createLab` takes. */
export interface LabOptions extends Partial<LabLimits> {
  clock?: Clock;
}

const LARGEST = 2 ** 31 - 1; // the longest delay that timers take

/**
 * Fills in the defaults.
 * @throws {RangeError} for a limit that is no whole number from 1 to 2^31 − 1, or fewer records than connections.
 */
export function fromLabOptions({ clock = systemClock, ...given }: LabOptions): { limits: LabLimits; clock: Clock } {
  const limits = { ...DEFAULT_LIMITS, ...given };
  for (const name of Object.keys(DEFAULT_LIMITS) as (keyof LabLimits)[]) {
    const value: unknown = limits[name];
    if (Number.isInteger(value) && (value as number) >= 1 && (value as number) <= LARGEST) continue;
    throw new RangeError(`createLab: ${name} is ${String(value)}; give a whole number from 1 to ${LARGEST}`);
  }
  if (limits.maxRecords < limits.maxConnections) {
    const message = `createLab: maxRecords (${limits.maxRecords}) is below maxConnections (${limits.maxConnections})`;
    throw new RangeError(`${message}; every open connection needs a record, so raise the one or lower the other`);
  }
  return { limits, clock };
}
