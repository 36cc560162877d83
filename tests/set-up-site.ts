import { fileURLToPath } from "node:url";
import { createSiteServer } from "@wasclean/serve";
import type { TestProject } from "vitest/node";
import { requireProgram } from "./programs.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of the built site, with the lab behind it, without a slash at its end. */
    site: string;
    /** The path of the browser's program. */
    chromium: string;
  }
}

/** Serves the built site for all browser tests. */
export default async function setUpSite(project: TestProject): Promise<() => Promise<void>> {
  project.provide("chromium", requireProgram("chromium"));
  const server = createSiteServer(fileURLToPath(new URL("../dist", import.meta.url)));
  project.provide("site", await server.listen(0, "127.0.0.1"));
  return () => server.stop();
}
