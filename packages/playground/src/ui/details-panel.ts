import type { RunData } from "../run/run-data.ts";

/** One view of a run in the second part. */
export interface DetailsPanel {
  element: HTMLElement;
  /** Called at each change (event, wire event, end) and when another run is chosen: idempotent and cheap. */
  show(run: RunData, state: "running" | "ended"): void;
  /** Before any run, and when none is shown. */
  clear(): void;
}
