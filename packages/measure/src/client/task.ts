/** One thing for the client to do, its parameters filled in; see `ClientStep` in packages/schema/src/ending.ts. */
export type TaskStep =
  | { do: "close"; whileConnecting?: true; code?: number; reason?: string }
  | { do: "send-text"; text: string; times?: number }
  | { do: "send-bytes"; bytes: string };

/** What an engine is asked to do: plain data, because it goes to another program. */
export interface Task {
  url: string;
  subprotocols: string[];
  steps: TaskStep[];
  /** Milliseconds after which watching stops, whatever has happened. */
  watchMs: number;
}

/** What one connection looked like to script: the events of `observe()`, as far as an outcome needs them. */
export interface ClientEvent {
  at: number;
  kind: string;
  code?: number | null;
  reason?: string | null;
  wasClean?: boolean;
  name?: string;
  exception?: { name: string } | null;
}

/** What the client gives back. `elapsed` is in milliseconds. */
export interface ClientReport {
  events: ClientEvent[];
  elapsed: number;
}
