import type { Observation } from "@wasclean/schema";
import { expect, test } from "vitest";
import type { MeasuredEngine } from "./engines.ts";
import { toWait } from "./to-wait.ts";

const FRAME = { kind: "frame", opcode: 8, length: 2, code: 1000, reason: "" } as const;

test.each<[seen: Partial<Observation> | null, words: string]>([
  [null, "not measured"],
  [{ seconds: null, serverSaw: [{ kind: "timeout" }] }, "under 2 s"],
  [{ seconds: 20, serverSaw: [FRAME, { kind: "fin" }] }, "20 s"],
  [{ seconds: 300, serverSaw: [FRAME, { kind: "timeout" }] }, "over 300 s"],
])("%j is %s", (seen, words) => {
  const results = seen === null ? {} : { ending: seen };
  expect(toWait({ results } as unknown as MeasuredEngine, "ending")).toBe(words);
});
