import { firstLine, fromRuntime } from "../drivers/from-runtime.ts";
import { findRuntime } from "../drivers/runtimes-folder.ts";
import type { Engine } from "../engine.ts";

/** Bun's own WebSocket. */
export const engine: Engine = fromRuntime({
  id: "bun",
  name: "Bun",
  find: () => findRuntime("bun"),
  version: firstLine(["--version"]),
  args: ({ runtime }) => ["run", runtime],
});
