/** A step of the client, with its parameters filled in; see `ClientStep` in packages/schema/src/ending.ts. */
export type TaskStep =
  | { do: "close"; whileConnecting?: true; code?: number; reason?: string }
  | { do: "send-text"; text: string; times?: number }
  | { do: "send-bytes"; bytes: string };

/** A task for an engine: plain data, because it goes to another program. */
export interface Task {
  url: string;
  subprotocols: string[];
  steps: TaskStep[];
  /** Milliseconds after which watching stops in any case. */
  watchMs: number;
}

/** An event of `observe()`, reduced to what an outcome needs. */
export interface ClientEvent {
  at: number;
  kind: string;
  code?: number | null;
  reason?: string | null;
  wasClean?: boolean;
  name?: string;
  exception?: { name: string } | null;
}

/** The client's report. `elapsed` is in milliseconds. */
export interface ClientReport {
  events: ClientEvent[];
  elapsed: number;
}
