import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync } from "node:fs";
import { availableParallelism, platform } from "node:os";
import { join } from "node:path";

/** The number of cores that a process may use. */
const CORES = 2;

/** The cost of one run of a program. */
export interface ProcessRun {
  milliseconds: number;
  /** The peak of resident memory of the process and its forks, in MB. */
  megabytes: number;
  /** Processor time of all threads, in milliseconds. */
  processor: number;
}

/** Runs a program with Node on two cores, by default in this process's folder. Throws if its status is not among `statuses`. */
export async function runProcess(
  args: string[],
  temporary: string,
  statuses = [0],
  cwd = process.cwd(),
): Promise<ProcessRun> {
  const usage = join(temporary, "usage");
  rmSync(usage, { force: true });
  const [command, ...first] = [...pinning(), process.execPath, "--import", import.meta.resolve("./report-usage.ts")];
  const env = { ...process.env, WASCLEAN_BENCH_USAGE: usage };
  const start = performance.now();
  const child = spawn(command as string, [...first, ...args], { cwd, env, stdio: ["ignore", "ignore", "pipe"] });
  let errors = "";
  child.stderr.on("data", (data) => {
    errors = (errors + data).slice(-2000);
  });
  const [status, signal] = await once(child, "close");
  const milliseconds = performance.now() - start;
  if (!statuses.includes(status)) throw new Error(`${args.join(" ")} ended with ${signal ?? status}:\n${errors}`);
  const lines = readFileSync(usage, "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split(" ").map(Number));
  const sum = (column: number) => lines.reduce((total, line) => total + (line[column] ?? Number.NaN), 0);
  return { milliseconds, megabytes: (sum(0) * 1024) / 1e6, processor: sum(1) / 1e3 };
}

/** The command that confines a process to two cores; empty if the machine has no more, or no such command. */
function pinning(): string[] {
  if (availableParallelism() <= CORES || platform() !== "linux") return [];
  const cores = ["taskset", "--cpu-list", `0-${CORES - 1}`];
  return spawnSync("taskset", ["--version"]).error ? [] : cores;
}
