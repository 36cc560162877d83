import { firstLine, fromRuntime } from "../drivers/from-runtime.ts";
import type { Engine } from "../engine.ts";

/** Node.js's own WebSocket, which is undici's. */
export const engine: Engine = fromRuntime({
  id: "node",
  name: "Node.js (undici)",
  find: () => process.execPath,
  version: firstLine(["-p", "process.versions.node + ' (undici ' + process.versions.undici + ')'"]),
  args: ({ runtime }) => [runtime],
});
