import { fromLabOptions, type LabOptions } from "./lab-options.ts";
import type { Records } from "./records/records.ts";
import { RedisRecords } from "./records/redis-records.ts";

/**
 * Keeps records in Redis or Valkey, so that several labs can serve each other's: `redis://host:port/db`, for TLS
 * `rediss:`. Give the result to `createLab` as `records`, with the same `options`. `report` is told in one line when the
 * server goes away, and when it is back.
 * @throws {RecordsUnavailableError} where the server cannot be reached within 3 s.
 * @throws {RangeError} for a URL or options that make no sense.
 */
export function connectRedisRecords(
  url: string,
  options: LabOptions = {},
  report: (line: string) => void = (line) => console.error(line),
): Promise<Records> {
  const { limits, clock } = fromLabOptions(options);
  return RedisRecords.connect(url, { ...limits, monotonic: () => clock.monotonic() }, report);
}
