import { readJson } from "../observe/read-json.ts";

/** Why the lab's index cannot be read: no answer, no answer in time, or an answer that is not a lab's. */
export type LabProblem = "LAB_UNREACHABLE" | "LAB_SILENT" | "NOT_A_LAB";

/** The ports of endings that have one of their own, by the ending's id; or why the lab cannot be used. */
export type LabAnswer =
  | { problem: null; ports: Readonly<Record<string, number>> }
  | { problem: LabProblem; status: number | null };

const TIMEOUT = 3000;

/** Asks the lab for its index, for three seconds. Never rejects; after an abort the answer is meaningless. */
export async function askLabIndex(
  lab: string,
  fetch: (url: string, init: RequestInit) => Promise<Pick<Response, "ok" | "status" | "body">>,
  signal: AbortSignal,
  timeout = TIMEOUT,
): Promise<LabAnswer> {
  const timer = AbortSignal.timeout(timeout);
  let status = null;
  try {
    const init: RequestInit = { signal: AbortSignal.any([signal, timer]), cache: "no-store", credentials: "omit" };
    const response = await fetch(lab, init);
    status = response.status;
    const { endings, ports } = Object(await readJson(response));
    if (response.ok && Array.isArray(endings)) return { problem: null, ports: readPorts(ports) };
  } catch {
    if (timer.aborted) return { problem: "LAB_SILENT", status };
  }
  return { problem: status === null ? "LAB_UNREACHABLE" : "NOT_A_LAB", status };
}

/** The entries that are ports, without a prototype: names and values are a stranger's. */
function readPorts(value: unknown): Readonly<Record<string, number>> {
  const isPort = ([, port]: [string, unknown]) => Number.isInteger(port) && Number(port) > 0 && Number(port) < 65536;
  const entries = typeof value === "object" ? Object.entries(value ?? {}).filter(isPort) : [];
  return Object.assign(Object.create(null), Object.fromEntries(entries));
}
