import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder in which `tarballOf` keeps what it has packed in this run of the tests. */
    tarballs: string;
  }
}

/** Makes the folder of the tarballs, and deletes it when all tests are over. */
export default function setUpTarballs(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "wasclean-tarballs-"));
  project.provide("tarballs", folder);
  return () => rmSync(folder, { recursive: true });
}
