import { runTask } from "./run-task.ts";
import type { Task } from "./task.ts";

/** A worker of workerd's: a request whose body is a task, answered with the report. */
export default {
  async fetch(request: Request): Promise<Response> {
    return Response.json(await runTask((await request.json()) as Task));
  },
};
