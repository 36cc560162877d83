import { fromLabOptions, type LabOptions } from "./lab-options.ts";
import type { Records } from "./records/records.ts";
import { RedisRecords } from "./records/redis-records.ts";

/**
 * Keeps records in Redis or Valkey, so that labs can serve each other's records: `redis://host:port/db`, `rediss:` for
 * TLS. Pass the result to `createLab` as `records`, with the same `options`. `report` gets one line when the server goes
 * away and one when it is back.
 * @throws {RecordsUnavailableError} if the server cannot be reached within 3 s.
 * @throws {RangeError} for an invalid URL or options.
 */
export function connectRedisRecords(
  url: string,
  options: LabOptions = {},
  report: (line: string) => void = (line) => console.error(line),
): Promise<Records> {
  const { limits, clock } = fromLabOptions(options);
  return RedisRecords.connect(url, { ...limits, monotonic: () => clock.monotonic() }, report);
}
