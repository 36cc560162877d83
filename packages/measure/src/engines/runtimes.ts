import { createRequire } from "node:module";
import type { Bundles } from "../bundle.ts";
import { runChild } from "../child.ts";
import { type Engine, needsPage } from "../engine.ts";
import { findRuntime } from "../runtimes-folder.ts";
import type { ClientReport } from "../task.ts";

const REMEDY = "Run npm ci --prefix packages/measure/engines.";

interface Runtime extends Pick<Engine, "id" | "name" | "find"> {
  note?: string;
  /** Its version, as the program says it. */
  version(program: string): Promise<string>;
  args(bundles: Bundles): string[];
}

/** An engine that is a program of its own for each connection. */
function fromRuntime({ version, args, ...runtime }: Runtime): Engine {
  return {
    ...runtime,
    remedy: REMEDY,
    cannot: needsPage,
    start: async (program, bundles) => ({
      version: await version(program),
      async run(task) {
        const { stdout, stderr, code } = await runChild(
          program,
          [...args(bundles), JSON.stringify(task)],
          task.watchMs + 30_000,
        );
        if (code !== 0 || stdout === "") throw new Error(`${runtime.name} ended with ${code}: ${stderr.slice(-2_000)}`);
        return JSON.parse(stdout) as ClientReport;
      },
      stop: async () => {},
    }),
  };
}

const firstLine = (args: string[]) => async (program: string) =>
  (await runChild(program, args, 30_000)).stdout.split("\n")[0]?.trim() ?? "";

const wsVersion: string = (createRequire(import.meta.url)("ws/package.json") as { version: string }).version;

/** Runtimes with a WebSocket of their own, and the client of `ws`. */
export const RUNTIMES: Engine[] = [
  fromRuntime({
    id: "node",
    name: "Node.js (undici)",
    find: () => process.execPath,
    version: firstLine(["-p", "process.versions.node + ' (undici ' + process.versions.undici + ')'"]),
    args: ({ runtime }) => [runtime],
  }),
  fromRuntime({
    id: "deno",
    name: "Deno",
    find: () => findRuntime("deno"),
    version: async (program) => (await firstLine(["--version"])(program)).split(" ")[1] ?? "",
    args: ({ runtime }) => ["run", "--allow-all", "--no-lock", "--no-config", "--quiet", runtime],
  }),
  fromRuntime({
    id: "bun",
    name: "Bun",
    find: () => findRuntime("bun"),
    version: firstLine(["--version"]),
    args: ({ runtime }) => ["run", runtime],
  }),
  fromRuntime({
    id: "ws",
    name: "ws (client, on Node.js)",
    find: () => process.execPath,
    version: async () => `${wsVersion} (Node.js ${process.versions.node})`,
    args: ({ runtimeWs }) => [runtimeWs],
  }),
];
