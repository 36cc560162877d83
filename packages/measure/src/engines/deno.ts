import { firstLine, fromRuntime } from "../drivers/from-runtime.ts";
import { findRuntime } from "../drivers/runtimes-folder.ts";
import type { Engine } from "../engine.ts";

/** Deno's own WebSocket. */
export const engine: Engine = fromRuntime({
  id: "deno",
  name: "Deno",
  find: () => findRuntime("deno"),
  version: async (program) => (await firstLine(["--version"])(program)).split(" ")[1] ?? "",
  args: ({ runtime }) => ["run", "--allow-all", "--no-lock", "--no-config", "--quiet", runtime],
});
