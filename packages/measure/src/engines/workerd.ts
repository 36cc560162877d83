import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { freePort } from "@wasclean/tools/free-port";
import type { ClientReport } from "../client/task.ts";
import { endChild, runChild } from "../drivers/child.ts";
import { postJson } from "../drivers/post-json.ts";
import { findRuntime } from "../drivers/runtimes-folder.ts";
import { type Engine, needsPage } from "../engine.ts";

const COMPATIBILITY_DATE = "2026-11-01";

/** The runtime of Cloudflare Workers, run locally. */
export const engine: Engine = {
  id: "workerd",
  name: "workerd",
  note: `With the compatibility date ${COMPATIBILITY_DATE}, on this computer; Cloudflare's network is not in between.`,
  remedy: "Run npm ci --prefix packages/measure/engines.",
  find: () => findRuntime("workerd"),
  cannot: needsPage,
  async start(program, bundles) {
    const port = await freePort();
    // workerd embeds files only by paths relative to its configuration.
    const config = join(dirname(bundles.worker), "workerd.capnp");
    writeFileSync(config, configOf(basename(bundles.worker), port));
    const child = spawn(program, ["serve", config], { stdio: ["ignore", "ignore", "pipe"] });
    let problems = "";
    child.stderr.on("data", (chunk) => {
      problems += chunk;
    });
    const url = `http://127.0.0.1:${port}/`;
    await untilListening(url, () => problems);
    return {
      version: (await runChild(program, ["--version"], 30_000)).stdout.replace(/^workerd /, "").trim(),
      async run(task) {
        const { status, value } = await postJson(url, task, task.watchMs + 30_000);
        if (status !== 200) throw new Error(`workerd answered ${status}: ${problems.slice(-1_000)}`);
        return value as ClientReport;
      },
      async stop() {
        await endChild(child);
      },
    };
  },
};

const configOf = (worker: string, port: number) => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker", esModule = embed ${JSON.stringify(worker)})],
      compatibilityDate = "${COMPATIBILITY_DATE}",
    )),
    (name = "internet", network = (allow = ["public", "private", "local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
`;

async function untilListening(url: string, problems: () => string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    // Any answer will do, including the error for a missing task.
    const answers = await fetch(url).then(
      () => true,
      () => false,
    );
    if (answers) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`workerd does not answer at ${url}: ${problems()}`);
}
