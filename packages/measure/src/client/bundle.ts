import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const CLIENTS = fileURLToPath(new URL(".", import.meta.url));
const PACKAGE = fileURLToPath(new URL("../..", import.meta.url));

/** The clients as single JavaScript files, in a folder from which `ws` resolves. */
export interface Bundles {
  page: string;
  runtime: string;
  runtimeWs: string;
  worker: string;
  remove(): void;
}

/** Bundles the clients, so that an engine needs to understand neither TypeScript nor the project's modules. */
export async function bundleClients(): Promise<Bundles> {
  const folder = mkdtempSync(join(PACKAGE, ".clients-"));
  const names = ["page", "runtime", "runtime-ws", "worker"];
  await build({
    entryPoints: names.map((name) => join(CLIENTS, `${name}.ts`)),
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "neutral",
    external: ["ws"],
    target: "es2022",
    logLevel: "error",
  });
  const file = (name: string) => join(folder, `${name}.mjs`);
  return {
    page: file("page"),
    runtime: file("runtime"),
    runtimeWs: file("runtime-ws"),
    worker: file("worker"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
