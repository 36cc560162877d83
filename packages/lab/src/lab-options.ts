import type { ConnectionRecord } from "@wasclean/schema";
import { Origins } from "./http/origins.ts";
import { DEFAULT_LIMITS, type LabLimits } from "./limits.ts";
import type { Records } from "./records/records.ts";
import { type Clock, systemClock } from "./wire/clock.ts";

/** What `createLab` takes. */
export interface LabOptions extends Partial<LabLimits> {
  clock?: Clock;
  /** The origins whose pages may connect and read, such as `https://example.org`; `null`, the default: all. */
  origins?: readonly string[] | null;
  /** Where records are kept: in memory, or what `connectRedisRecords` gives. The lab closes it with itself. */
  records?: Records | null;
  /** The first of the consecutive ports that `openPorts` opens; `null`, the default: any that are free. */
  ownPorts?: number | null;
  /** Called with every record once its connection has ended. */
  onConnectionEnd?: (record: ConnectionRecord) => void;
  /** Whether the lab also has the paths that the handlers of the web-platform-tests have; `false` unless given. */
  webPlatformTests?: boolean;
}

/** What `createLab` goes by: the options with their defaults. */
export interface LabSettings {
  limits: LabLimits;
  clock: Clock;
  origins: Origins;
  records: Records | null;
  ownPorts: number | null;
  onConnectionEnd: (record: ConnectionRecord) => void;
  webPlatformTests: boolean;
}

const MAX_PORT = 65_000; // leaves room for those that follow
const LARGEST = 2 ** 31 - 1; // the longest delay that timers take

/**
 * Fills in the defaults.
 * @throws {RangeError} for a limit that is no whole number from 1 to 2^31 − 1, fewer records than connections, or an
 * origin that is none.
 */
export function fromLabOptions(options: LabOptions): LabSettings {
  const { clock = systemClock, origins = null, records = null, onConnectionEnd = () => {}, ...others } = options;
  const { webPlatformTests = false, ownPorts = null, ...given } = others;
  const limits = { ...DEFAULT_LIMITS, ...given };
  if (given.maxRecords === undefined) limits.maxRecords = Math.max(limits.maxRecords, 2 * limits.maxConnections);
  for (const name of Object.keys(DEFAULT_LIMITS) as (keyof LabLimits)[]) {
    const value: unknown = limits[name];
    if (Number.isInteger(value) && (value as number) >= 1 && (value as number) <= LARGEST) continue;
    throw new RangeError(`createLab: ${name} is ${String(value)}; give a whole number from 1 to ${LARGEST}`);
  }
  if (limits.maxRecords < limits.maxConnections) {
    const message = `createLab: maxRecords (${limits.maxRecords}) is below maxConnections (${limits.maxConnections})`;
    throw new RangeError(`${message}; every open connection needs a record, so raise the one or lower the other`);
  }
  if (ownPorts !== null && !(Number.isInteger(ownPorts) && ownPorts >= 1 && ownPorts <= MAX_PORT)) {
    throw new RangeError(`createLab: ownPorts is ${String(ownPorts)}; give the first of some ports, 1 to ${MAX_PORT}`);
  }
  return { limits, clock, origins: new Origins(origins), records, ownPorts, onConnectionEnd, webPlatformTests };
}
