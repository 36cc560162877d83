import type { Bundles } from "../client/bundle.ts";
import type { ClientReport } from "../client/task.ts";
import { type Engine, needsPage } from "../engine.ts";
import { runChild } from "./child.ts";

const REMEDY = "Run npm ci --prefix packages/measure/engines.";

interface Runtime extends Pick<Engine, "id" | "name" | "find"> {
  note?: string;
  /** The version, as the program reports it. */
  version(program: string): Promise<string>;
  args(bundles: Bundles): string[];
}

/** An engine that runs each connection in a process of its own. */
export function fromRuntime({ version, args, ...runtime }: Runtime): Engine {
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

/** Reads a version from the first line that a program prints. */
export const firstLine = (args: string[]) => async (program: string) =>
  (await runChild(program, args, 30_000)).stdout.split("\n")[0]?.trim() ?? "";
