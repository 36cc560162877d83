import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { runCommand } from "../command/command.ts";
import type { Core } from "../command/page-importer.ts";

/** What the command printed, and its exit status. */
export interface Tried {
  status: number;
  stdout: string;
  stderr: string;
}

/** Runs the command in this process. */
export async function tryCommand(
  args: string[],
  { stdin = "", ...more }: { stdin?: string | Buffer; signal?: AbortSignal; core?: Core } = {},
): Promise<Tried> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const signal = new AbortController().signal;
  const status = await runCommand(args, {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout,
    stderr,
    signal,
    ...more,
  });
  stdout.end();
  stderr.end();
  return { status, stdout: await text(stdout), stderr: await text(stderr) };
}
