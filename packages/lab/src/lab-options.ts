import type { ConnectionRecord } from "@wasclean/schema";
import { Hosts } from "./http/hosts.ts";
import { Origins } from "./http/origins.ts";
import { DEFAULT_LIMITS, type LabLimits } from "./limits.ts";
import type { Records } from "./records/records.ts";
import { type Clock, systemClock } from "./wire/clock.ts";

/** The options of `createLab`. */
export interface LabOptions extends Partial<LabLimits> {
  clock?: Clock;
  /** The names in the Host header to which the lab answers besides those of loopback; `null`, the default: all. */
  hosts?: readonly string[] | null;
  /** The origins whose pages may connect and read, such as `https://example.org`; `null`, the default: all. */
  origins?: readonly string[] | null;
  /** The store of records: `null` for memory, or the result of `connectRedisRecords`, which `close()` closes too. */
  records?: Records | null;
  /** The first of the consecutive ports that `openPorts` opens; `null`, the default: any free ports. */
  ownPorts?: number | null;
  /** Called with each record once its connection has ended. */
  onConnectionEnd?: (record: ConnectionRecord) => void;
  /** Whether the lab also answers at the paths of the web-platform-tests' handlers. Default: `false`. */
  webPlatformTests?: boolean;
}

/** The options of `createLab` with the defaults filled in. */
export interface LabSettings {
  limits: LabLimits;
  clock: Clock;
  hosts: Hosts;
  origins: Origins;
  records: Records | null;
  ownPorts: number | null;
  onConnectionEnd: (record: ConnectionRecord) => void;
  webPlatformTests: boolean;
}

const MAX_PORT = 65_000; // leaves room for the ports that follow
const LARGEST = 2 ** 31 - 1; // the longest delay of a timer

/**
 * Fills in the defaults.
 * @throws {RangeError} for a limit other than a whole number from 1 to 2^31 − 1, for fewer records than connections, and
 * for a malformed host or origin.
 */
export function fromLabOptions(options: LabOptions): LabSettings {
  const { clock = systemClock, origins = null, records = null, onConnectionEnd = () => {}, ...others } = options;
  const { webPlatformTests = false, hosts = null, ownPorts = null, ...given } = others;
  const limits = { ...DEFAULT_LIMITS, ...given };
  if (given.maxRecords === undefined) limits.maxRecords = Math.max(limits.maxRecords, 2 * limits.maxConnections);
  for (const name of Object.keys(DEFAULT_LIMITS) as (keyof LabLimits)[]) {
    const value: unknown = limits[name];
    if (Number.isInteger(value) && (value as number) >= 1 && (value as number) <= LARGEST) continue;
    throw new RangeError(`createLab: ${name} is ${String(value)}; use a whole number from 1 to ${LARGEST}`);
  }
  if (limits.maxRecords < limits.maxConnections) {
    const message = `createLab: maxRecords (${limits.maxRecords}) is below maxConnections (${limits.maxConnections})`;
    throw new RangeError(`${message}; every open connection needs a record, so raise the one or lower the other`);
  }
  if (ownPorts !== null && !(Number.isInteger(ownPorts) && ownPorts >= 1 && ownPorts <= MAX_PORT)) {
    throw new RangeError(
      `createLab: ownPorts is ${String(ownPorts)}; use the number of the first port, 1 to ${MAX_PORT}`,
    );
  }
  const names = { hosts: new Hosts(hosts), origins: new Origins(origins) };
  return { limits, clock, ...names, records, ownPorts, onConnectionEnd, webPlatformTests };
}
