#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import { constants } from "node:os";

// Loading the code takes longer than importing a few pages, so it is cached compiled, for workers and later runs.
process.env.NODE_COMPILE_CACHE ??= enableCompileCache().directory ?? "";
const { runCommand } = await import("./command.ts");

const interruption = new AbortController();
// npm forwards signals that the terminal has sent as well, so that each may arrive twice.
for (const name of ["SIGINT", "SIGTERM"] as const) {
  process.on(name, () => interruption.abort(128 + constants.signals[name]));
}
const { stdin, stdout, stderr } = process;
process.exitCode = await runCommand(process.argv.slice(2), { stdin, stdout, stderr, signal: interruption.signal });
// Nothing reads the rest of the input of an import that ended early.
if (!stdin.readableEnded) stdin.destroy();
