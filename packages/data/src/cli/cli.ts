#!/usr/bin/env node
import manifest from "../../package.json" with { type: "json" };
import { answer, listSubjects, NotFoundError } from "./answer.ts";
import { fromArguments, HELP } from "./arguments.ts";

process.stdout.on("error", () => {}); // a closed pipe is not an error
const command = fromArguments(process.argv.slice(2));
try {
  if (command.kind === "error") fail(command.message, 2);
  else process.stdout.write(respond(command));
} catch (error) {
  fail((error as Error).message, 1, error instanceof NotFoundError ? undefined : error);
}

function respond(command: Exclude<ReturnType<typeof fromArguments>, { kind: "error" }>): string {
  if (command.kind === "help") return HELP;
  if (command.kind === "version") return `${manifest.version}\n`;
  return command.kind === "list" ? `${listSubjects().join("\n")}\n` : answer(command);
}

/** An unexpected error is printed with its stack. */
function fail(message: string, exitCode: number, unexpected?: unknown): void {
  process.stderr.write(`wasclean-data: ${message}\n`);
  if (unexpected instanceof Error) process.stderr.write(`${unexpected.stack}\n`);
  process.exitCode = exitCode;
}
