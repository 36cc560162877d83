import type { Ending } from "@wasclean/schema";
import type { EngineId } from "@wasclean/schema/ids";
import type { Bundles } from "./client/bundle.ts";
import type { ClientReport, Task } from "./client/task.ts";

/** Something in which endings are measured. */
export interface Engine {
  id: EngineId;
  /** For people. */
  name: string;
  /** What one must know to read the results. */
  note?: string;
  /** How to install it, in one sentence. */
  remedy: string;
  /** The path of its program; `null` where it is not installed. */
  find(): string | null;
  /** Why this ending cannot be had in it; `null` where it can. */
  cannot(ending: Ending): string | null;
  /** Starts it; rejects with what went wrong. */
  start(program: string, bundles: Bundles): Promise<RunningEngine>;
}

/** An engine that is ready. */
export interface RunningEngine {
  version: string;
  /** Runs one connection, in a page or process of its own. */
  run(task: Task, ending: Ending): Promise<ClientReport>;
  stop(): Promise<void>;
}

/** Why an ending that needs a page cannot be had without one. */
export function needsPage(ending: Ending): string | null {
  if (ending.connectsTo === "lab-forbidden-by-csp") return "It has no Content-Security-Policy.";
  if (ending.client.some((step) => step.do === "leave-page")) return "It has no pages.";
  return null;
}
