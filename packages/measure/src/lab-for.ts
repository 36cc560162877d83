import { randomBytes } from "node:crypto";
import { createBoundedServer, createLab } from "@wasclean/lab";
import type { ConnectionRecord, Ending } from "@wasclean/schema";
import type { Task, TaskStep } from "./client/task.ts";

const FAST_MS = 12_000; // the lab waits five seconds for the client, and five more after its own FIN
const SLOW_MS = 330_000; // the lab stops waiting after 300 s
const RECORD_MS = 3_000;
const ABSENT_MS = 300; // a request may still be on its way when the client is done
const POLL_MS = 20;

/** A lab started for measuring. */
export interface MeasuringLab {
  /** The client's task for an ending, and a function that returns what the lab saw. */
  prepare(ending: Ending): { task: Task; record(): Promise<ConnectionRecord | null> };
  stop(): Promise<void>;
}

/** Starts a lab on free ports of a loopback address: `127.0.0.1`, or on Linux any other of 127/8. */
export async function startMeasuringLab(address = "127.0.0.1"): Promise<MeasuringLab> {
  const lab = createLab();
  const server = createBoundedServer(lab, lab.handleRequest);
  const base = (await server.listen(0, address)).replace("localhost", address);
  const { ports } = (await (await fetch(`${base}/lab/`)).json()) as { ports: Record<string, number> };
  return {
    prepare(ending) {
      const connection = randomBytes(16).toString("hex");
      const url = urlOf(ending, base, ports, connection);
      const { subprotocols = [], slow, client } = ending;
      const watchMs = slow ? SLOW_MS : FAST_MS;
      const task = { url, subprotocols, steps: client.flatMap((step) => resolveStep(ending, step)), watchMs };
      return { task, record: () => fetchRecord(`${base}/lab/connections/${connection}`) };
    },
    stop: () => server.stop(),
  };
}

function urlOf(ending: Ending, base: string, ports: Record<string, number>, connection: string): string {
  const path = `/lab/${ending.id}?connection=${connection}`;
  const port = ports[ending.id];
  switch (ending.connectsTo) {
    case "unknown-host":
      return "ws://wasclean.invalid/";
    case "own-port":
    case "closed-port":
      if (port === undefined) throw new Error(`The lab names no port for ${ending.id}`);
      return `ws://${new URL(base).hostname}:${port}${path}`;
    default:
      return base.replace("http", "ws") + path;
  }
}

/** A step with the defaults of its parameters; empty for leaving the page, which the engine does itself. */
function resolveStep(ending: Ending, step: Ending["client"][number]): TaskStep[] {
  if (step.do === "leave-page") return [];
  if (step.do !== "close") return [step as TaskStep];
  const given = (value: unknown) =>
    typeof value === "object" && value !== null
      ? ending.parameters.find(({ name }) => name === (value as { parameter: string }).parameter)?.default
      : value;
  const entries = Object.entries(step).map(([name, value]) => [name, given(value)]);
  return [Object.fromEntries(entries) as TaskStep];
}

/** The record, once ended or after three seconds; `null` if no connection reached the lab. */
async function fetchRecord(url: string): Promise<ConnectionRecord | null> {
  for (const start = performance.now(); ; ) {
    const response = await fetch(url);
    const record = response.ok ? ((await response.json()) as ConnectionRecord) : null;
    const isLate = performance.now() - start > (record === null ? ABSENT_MS : RECORD_MS);
    if (record?.state === "ended" || isLate) return record;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
