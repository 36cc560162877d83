#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import { constants } from "node:os";

// Loading the code takes longer than importing a few pages; workers and later runs find it compiled.
process.env.NODE_COMPILE_CACHE ??= enableCompileCache().directory ?? "";
const { runCommand } = await import("./command.ts");

const interruption = new AbortController();
// npm hands on what the terminal has sent already, so that a signal may come twice.
for (const name of ["SIGINT", "SIGTERM"] as const) {
  process.on(name, () => interruption.abort(128 + constants.signals[name]));
}
const { stdin, stdout, stderr } = process;
process.exitCode = await runCommand(process.argv.slice(2), { stdin, stdout, stderr, signal: interruption.signal });
// Where an import ended before its input did, nothing is left to read it.
if (!stdin.readableEnded) stdin.destroy();
