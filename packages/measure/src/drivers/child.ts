import { type ChildProcess, spawn } from "node:child_process";

/** The end of a program. */
export interface ChildResult {
  stdout: string;
  stderr: string;
  code: number | null;
}

/** Runs a program to its end, for at most `ms` milliseconds; rejects if it cannot be started. */
export function runChild(program: string, args: string[], ms: number): Promise<ChildResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
    const timer = setTimeout(() => child.kill("SIGKILL"), ms);
    const output = { stdout: "", stderr: "" };
    child.stdout.on("data", (chunk) => {
      output.stdout += chunk;
    });
    child.stderr.on("data", (chunk) => {
      output.stderr += chunk;
    });
    child.once("error", reject);
    child.once("close", (code) => {
      clearTimeout(timer);
      resolve({ ...output, code });
    });
  });
}

/** Ends a program, by force after two seconds. */
export async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = new Promise((resolve) => child.once("close", resolve));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), 2_000);
  await closed;
  clearTimeout(timer);
}
