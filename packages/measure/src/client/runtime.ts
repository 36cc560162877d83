import { runTask } from "./run-task.ts";
import type { Task } from "./task.ts";

// Deno, Bun and Node all give the arguments and standard output in Node's way.
const [, , task = ""] = process.argv;
const report = await runTask(JSON.parse(task) as Task);
process.stdout.write(JSON.stringify(report), () => process.exit(0));
