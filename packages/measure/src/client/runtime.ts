import { runTask } from "./run-task.ts";
import type { Task } from "./task.ts";

// Deno, Bun and Node all have Node's API for arguments and standard output.
const [, , task = ""] = process.argv;
const report = await runTask(JSON.parse(task) as Task);
process.stdout.write(JSON.stringify(report), () => process.exit(0));
