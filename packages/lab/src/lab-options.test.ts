import { expect, test } from "vitest";
import { createLab } from "./lab.ts";
import { fromLabOptions } from "./lab-options.ts";
import { DEFAULT_LIMITS } from "./limits.ts";

test("what is not given is filled in", () => {
  const { limits, clock } = fromLabOptions({ idleMs: 7 });
  expect(limits).toEqual({ ...DEFAULT_LIMITS, idleMs: 7 });
  expect(Math.abs(clock.wall() - Date.now())).toBeLessThan(1_000);
});

test.each([
  [{ maxConnections: 0 }, "maxConnections is 0; use a whole number"],
  [{ idleMs: -1 }, "idleMs is -1"],
  [{ totalMs: 1.5 }, "totalMs is 1.5"],
  [{ closingMs: Number.NaN }, "closingMs is NaN"],
  [{ handshakeMs: Number.POSITIVE_INFINITY }, "handshakeMs is Infinity"],
  [{ maxEvents: 2 ** 31 }, "maxEvents is 2147483648"],
  [{ maxStreams: 0 }, "maxStreams is 0"],
  [{ ownPorts: 0 }, "ownPorts is 0; use the number of the first"],
  [{ ownPorts: 65_001 }, "ownPorts is 65001"],
  [{ maxMessageBytes: "9" as unknown as number }, undefined],
  [{ maxConnections: 10, maxRecords: 9 }, "maxRecords (9) is below maxConnections (10)"],
])("%j throws", (options, message) => {
  expect(() => createLab(options)).toThrow(RangeError);
  if (message !== undefined) expect(() => createLab(options)).toThrow(message);
});

test("the more connections, the more records", () => {
  expect(fromLabOptions({ maxConnections: 5_000 }).limits.maxRecords).toBe(10_000);
  expect(fromLabOptions({ maxConnections: 10 }).limits.maxRecords).toBe(DEFAULT_LIMITS.maxRecords);
  expect(fromLabOptions({ maxConnections: 5_000, maxRecords: 5_000 }).limits.maxRecords).toBe(5_000);
});
