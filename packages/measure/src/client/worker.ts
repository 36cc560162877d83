import { runTask } from "./run-task.ts";
import type { Task } from "./task.ts";

/** A workerd worker that takes a task as a request's body and answers with the report. */
export default {
  async fetch(request: Request): Promise<Response> {
    return Response.json(await runTask((await request.json()) as Task));
  },
};
