import type { ConnectionRecord, Observation, Outcome, ServerSaw } from "@wasclean/schema";
import type { ClientEvent, ClientReport } from "../client/task.ts";

const SOCKET_EVENTS = new Set(["open", "message", "error", "close"]);

/** The outcome of one run. */
export function toOutcome({ events, elapsed }: ClientReport, record: ConnectionRecord | null): Outcome {
  const close = events.find(({ kind }) => kind === "close");
  const seconds = Math.round((close?.at ?? elapsed) / 1000);
  return {
    events: events.map(({ kind }) => kind).filter((kind) => SOCKET_EVENTS.has(kind)) as Outcome["events"],
    code: close?.code ?? null,
    reason: close?.reason ?? null,
    wasClean: close?.wasClean ?? null,
    throws: events.map(exceptionOf).find((name) => name !== null) ?? null,
    seconds: seconds >= 2 ? seconds : null,
    serverSaw: record === null ? [] : serverSawOf(record),
  };
}

function exceptionOf({ kind, name, exception }: ClientEvent): string | null {
  return kind === "exception" ? (name ?? "Error") : (exception?.name ?? null);
}

/** The client's actions after its handshake, including the point at which the lab stopped waiting. */
function serverSawOf({ events }: ConnectionRecord): ServerSaw[] {
  return events.flatMap((event): ServerSaw[] => {
    if (event.kind === "timeout") return [{ kind: "timeout" }];
    if (event.by === "server" || event.kind === "handshake") return [];
    if (event.kind === "bytes") return [{ kind: "bytes", length: event.length }];
    if (event.kind !== "frame") return [{ kind: event.kind }];
    const close = event.code === undefined ? {} : { code: event.code, reason: event.reason ?? "" };
    return [{ kind: "frame", opcode: event.opcode, length: event.length, ...close }];
  });
}

/** Whether two outcomes are equal; times may differ by a second or a twentieth. */
export function isSameOutcome({ seconds: a, ...first }: Outcome, { seconds: b, ...second }: Outcome): boolean {
  if (JSON.stringify(first) !== JSON.stringify(second)) return false;
  return Math.abs((a ?? 0) - (b ?? 0)) <= Math.max(1, (a ?? 0) / 20) || (a ?? b) === 2;
}

/** The observation from all runs: the most frequent outcome, and the others, if any, as variants. */
export function toObservation(outcomes: readonly Outcome[]): Observation {
  const groups: { outcome: Outcome; runs: number }[] = [];
  for (const outcome of outcomes) {
    const group = groups.find((candidate) => isSameOutcome(candidate.outcome, outcome));
    if (group === undefined) groups.push({ outcome, runs: 1 });
    else group.runs++;
  }
  groups.sort((a, b) => b.runs - a.runs);
  const [first] = groups;
  if (first === undefined) throw new Error("An observation needs at least one run");
  const observation = { ...first.outcome, runs: outcomes.length, stable: groups.length === 1 };
  if (groups.length === 1) return observation;
  return { ...observation, variants: groups.map(({ outcome, runs }) => ({ ...outcome, runs })) };
}
