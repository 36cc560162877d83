import { createRequire } from "node:module";
import { fromRuntime } from "../drivers/from-runtime.ts";
import type { Engine } from "../engine.ts";

const wsVersion: string = (createRequire(import.meta.url)("ws/package.json") as { version: string }).version;

/** The client of the library ws, on Node.js. */
export const engine: Engine = fromRuntime({
  id: "ws",
  name: "ws (client, on Node.js)",
  find: () => process.execPath,
  version: async () => `${wsVersion} (Node.js ${process.versions.node})`,
  args: ({ runtimeWs }) => [runtimeWs],
});
