#!/usr/bin/env node
import { constants } from "node:os";
import { runCommand } from "./shell/command.ts";

const interruption = new AbortController();
// npm hands on what the terminal has sent already, so that a signal may come twice.
for (const name of ["SIGINT", "SIGTERM"] as const) {
  process.on(name, () => interruption.abort(128 + constants.signals[name]));
}
const { stdin, stdout, stderr } = process;
process.exitCode = await runCommand(process.argv.slice(2), { stdin, stdout, stderr, signal: interruption.signal });
// Where an import ended before its input did, nothing is left to read it.
if (!stdin.readableEnded) stdin.destroy();
