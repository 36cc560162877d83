import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** A child process that answers one request at a time. */
export interface Child<Request> {
  /** Sends a request and resolves with the answer; ends the process after the time limit, in milliseconds. Rejects with the child's error. */
  ask<Answer>(request: Request, limit?: number): Promise<Answer>;
  /** Ends the process. */
  end(): void;
}

type Reply = { value: unknown } | { error: string };

/** Starts a module of this folder in a new process, with a heap and compiled code of its own. */
export function startChild<Request extends object>(
  module: string,
  args: string[],
  env: NodeJS.ProcessEnv = process.env,
): Child<Request> {
  const child = fork(fileURLToPath(new URL(module, import.meta.url)), args, { env });
  return {
    async ask<Answer>(request: Request, limit = 0): Promise<Answer> {
      const settled = new AbortController();
      const timer = limit > 0 ? setTimeout(() => settled.abort(), limit) : undefined;
      const { signal } = settled;
      const ended = once(child, "exit", { signal }).then(([code, by]) => {
        throw new Error(`its process ended with ${by ?? code}`);
      });
      ended.catch(() => {});
      try {
        const message = once(child, "message", { signal });
        child.send(request);
        const [reply] = (await Promise.race([message, ended])) as [Reply];
        if ("error" in reply) throw new Error(reply.error);
        return reply.value as Answer;
      } finally {
        clearTimeout(timer);
        settled.abort();
      }
    },
    end: () => child.kill("SIGKILL"),
  };
}

/** Answers the requests to this process. A thrown error becomes the answer. */
export function answer<Request>(reply: (request: Request) => unknown): void {
  process.on("message", async (request) => {
    try {
      process.send?.({ value: await reply(request as Request) } satisfies Reply);
    } catch (error) {
      process.send?.({ error: String(error).slice(0, 200) } satisfies Reply);
    }
  });
}
