#!/usr/bin/env node
import { createBoundedServer } from "./bounded-server.ts";
import { fromArguments, HELP, toListenMessage } from "./cli-arguments.ts";
import { createLab } from "./lab.ts";

const command = fromArguments(process.argv.slice(2), process.env);
if (command.kind === "help") process.stdout.write(HELP);
else if (command.kind === "error") fail(command.message, 2);
else await serve(command.port, command.host);

async function serve(port: number, host: string): Promise<void> {
  const lab = createLab();
  const { listen, stop } = createBoundedServer(lab, lab.handleRequest);
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  try {
    process.stdout.write(`wasclean-lab: ${await listen(port, host)}/lab/\n`);
  } catch (error) {
    fail(toListenMessage(error as NodeJS.ErrnoException, port, host), 1);
  }
}

function fail(message: string, exitCode: number): void {
  process.stderr.write(`wasclean-lab: ${message}\n`);
  process.exitCode = exitCode;
}
