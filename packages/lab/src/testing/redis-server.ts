import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@wasclean/tools/free-port";
import { onTestFinished } from "vitest";
import { findRedis } from "./find-redis.ts";

/** Starts a Redis on a free port of 127.0.0.1, that writes nothing down, until the test is over. */
export async function startRedis() {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "wasclean-redis-"));
  let child: ChildProcess;
  const start = () => {
    const options = ["--bind", "127.0.0.1", "--port", String(port), "--save", "", "--appendonly", "no"];
    child = spawn(findRedis(), [...options, "--dir", folder], { stdio: ["ignore", "pipe", "inherit"] });
    return new Promise<void>((resolve, reject) => {
      child.once("exit", (code) => reject(new Error(`Redis did not start: exit code ${code}`)));
      child.stdout?.on("data", (text) => String(text).includes("Ready to accept connections") && resolve());
    });
  };
  const kill = () => {
    if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
    const exit = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    child.kill("SIGKILL");
    return exit;
  };
  await start();
  onTestFinished(async () => {
    await kill();
    rmSync(folder, { recursive: true });
  });
  return {
    url: `redis://127.0.0.1:${port}/3`,
    port,
    /** Starts it again, empty, once it was killed. */
    start,
    kill,
    /** Stops it from answering while its connections stay. */
    freeze: () => void child.kill("SIGSTOP"),
    thaw: () => void child.kill("SIGCONT"),
  };
}

/** The server that `startRedis` gives. */
export type RedisServer = Awaited<ReturnType<typeof startRedis>>;
