import { runTask } from "./run-task.ts";
import type { ClientReport, Task } from "./task.ts";

/** The functions of the measuring page that a driver calls. */
export interface MeasuringPage {
  run(task: Task): Promise<ClientReport>;
  /** Starts a task and stores its events for the next page; resolves once the connection is open or over. */
  begin(task: Task): Promise<void>;
  /** The events that the previous page stored. */
  kept(): ClientReport;
}

const KEY = "wasclean";

const page: MeasuringPage = {
  run: (task) => runTask(task),
  begin: (task) =>
    new Promise((resolve) => {
      const events: ClientReport["events"] = [];
      void runTask(task, (event) => {
        events.push(event);
        localStorage.setItem(KEY, JSON.stringify(events));
        if (event.kind === "open" || event.kind === "close") resolve();
      });
    }),
  kept: () => ({ events: JSON.parse(localStorage.getItem(KEY) ?? "[]"), elapsed: 0 }),
};

Object.assign(globalThis, { measuringPage: page });
