import type { ConnectionRecord, WireEvent } from "@wasclean/schema";

/** Why a record is missing. */
export type RecordProblem = "LAB_UNREACHABLE" | "RECORD_MISSING" | "LAB_REFUSES" | "RECORD_UNREADABLE";

/** The record, which may still be `open`, or why it is missing. */
export type RecordAnswer =
  | { record: ConnectionRecord; problem: null }
  | { record: null; problem: RecordProblem; status?: number };

/** The effects of `fetchConnectionRecord()`. */
export interface RecordEffects {
  fetch: (url: string, init: RequestInit) => Promise<Pick<Response, "ok" | "status" | "json">>;
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
  let response: Pick<Response, "ok" | "status" | "json">;
  try {
    const either = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]);
    response = await fetch(url, { signal: either, cache: "no-store", credentials: "omit" });
  } catch {
    return { record: null, problem: "LAB_UNREACHABLE" };
  }
  if (response.status === 404) return { record: null, problem: "RECORD_MISSING" };
  if (!response.ok) return { record: null, problem: "LAB_REFUSES", status: response.status };
  const value: unknown = await response.json().catch(() => null);
  return isConnectionRecord(value) ? { record: value, problem: null } : { record: null, problem: "RECORD_UNREADABLE" };
}

/** Whether a value has the fields that are shown: the URL may belong to anything that answers with JSON. */
export function isConnectionRecord(value: unknown): value is ConnectionRecord {
  const { events, state } = Object(value);
  return typeof state === "string" && Array.isArray(events) && events.every(isWireEvent);
}

/** Whether a value has the fields of every wire event. */
export function isWireEvent(value: unknown): value is WireEvent {
  const { kind, at } = Object(value);
  return typeof kind === "string" && typeof at === "number";
}
