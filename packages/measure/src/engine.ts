import type { Ending } from "@wasclean/schema";
import type { EngineId } from "@wasclean/schema/ids";
import type { Bundles } from "./client/bundle.ts";
import type { ClientReport, Task } from "./client/task.ts";

/** An engine in which endings are measured. */
export interface Engine {
  id: EngineId;
  /** The display name. */
  name: string;
  /** A caveat about the results. */
  note?: string;
  /** A sentence on how to install the engine. */
  remedy: string;
  /** The path of the program; `null` if it is not installed. */
  find(): string | null;
  /** Why an ending cannot be measured in this engine; `null` if it can. */
  cannot(ending: Ending): string | null;
  /** Starts the engine; rejects with the reason if that fails. */
  start(program: string, bundles: Bundles): Promise<RunningEngine>;
}

/** A started engine. */
export interface RunningEngine {
  version: string;
  /** Runs one connection in a page or process of its own. */
  run(task: Task, ending: Ending): Promise<ClientReport>;
  stop(): Promise<void>;
}

/** Why an ending cannot be measured without a page; `null` if it can. */
export function needsPage(ending: Ending): string | null {
  if (ending.connectsTo === "lab-forbidden-by-csp") return "It has no Content-Security-Policy.";
  if (ending.client.some((step) => step.do === "leave-page")) return "It has no pages.";
  return null;
}
