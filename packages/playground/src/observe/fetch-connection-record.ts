import type { ConnectionRecord } from "@wasclean/schema";
import { readJson } from "./read-json.ts";
import { readConnectionRecord } from "./read-record.ts";

/** Why a record is missing. */
export type RecordProblem = "LAB_UNREACHABLE" | "RECORD_MISSING" | "LAB_REFUSES" | "RECORD_UNREADABLE";

/** The record, which may still be `open`, or why it is missing. */
export type RecordAnswer =
  | { record: ConnectionRecord; problem: null }
  | { record: null; problem: RecordProblem; status?: number };

/** The effects of `fetchConnectionRecord()`. */
export interface RecordEffects {
  fetch: (url: string, init: RequestInit) => Promise<Pick<Response, "ok" | "status" | "body">>;
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  signal: AbortSignal;
}

/** Milliseconds before each further request: three seconds and a half in all, for a lab that sees the end late. */
const delays = [60, 120, 240, 480, 960, 1600];
const TIMEOUT = 5000;

/** Asks the lab for its record of a connection, again while it is missing or still open. Never rejects; after an abort the answer is meaningless. */
export async function fetchConnectionRecord(url: string, effects: RecordEffects): Promise<RecordAnswer> {
  let answer = await ask(url, effects);
  for (const delay of delays) {
    if (effects.signal.aborted || !isWorthAnother(answer)) break;
    await effects.wait(delay, effects.signal);
    answer = await ask(url, effects);
  }
  return answer;
}

function isWorthAnother({ record, problem }: RecordAnswer): boolean {
  return record?.state === "open" || problem === "RECORD_MISSING";
}

async function ask(url: string, { fetch, signal }: RecordEffects): Promise<RecordAnswer> {
  let response: Pick<Response, "ok" | "status" | "body">;
  try {
    const either = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]);
    response = await fetch(url, { signal: either, cache: "no-store", credentials: "omit" });
  } catch {
    return { record: null, problem: "LAB_UNREACHABLE" };
  }
  if (response.status === 404) return { record: null, problem: "RECORD_MISSING" };
  if (!response.ok) return { record: null, problem: "LAB_REFUSES", status: response.status };
  const record = readConnectionRecord(await readJson(response).catch(() => null));
  return record === null ? { record, problem: "RECORD_UNREADABLE" } : { record, problem: null };
}
