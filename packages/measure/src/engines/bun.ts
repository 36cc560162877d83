import { firstLine, fromRuntime } from "../drivers/from-runtime.ts";
import type { Engine } from "../engine.ts";
import { findRuntime } from "../runtimes-folder.ts";

/** Bun's own WebSocket. */
export const engine: Engine = fromRuntime({
  id: "bun",
  name: "Bun",
  find: () => findRuntime("bun"),
  version: firstLine(["--version"]),
  args: ({ runtime }) => ["run", runtime],
});
