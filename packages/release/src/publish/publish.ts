import type { Tarball } from "../pack.ts";
import type { SourceManifest } from "../source-manifest.ts";
import { tagOf } from "./publication.ts";

/** Runs npm with arguments. */
export type RunNpm = (args: string[]) => Promise<{ status: number; output: string }>;

/** Why nothing can be published from here, or `null`. */
export function findObstacle(env: NodeJS.ProcessEnv, manifests: SourceManifest[]): string | null {
  if (env.GITHUB_ACTIONS !== "true" || !env.ACTIONS_ID_TOKEN_REQUEST_URL) {
    return "--publish is for the release workflow only: npm's provenance needs a job of GitHub Actions with the permission id-token: write.";
  }
  const without = manifests.filter(({ repository }) => repository === undefined).map(({ name }) => name);
  if (without.length === 0) return null;
  return `${without.join(", ")}: npm's provenance needs "repository" in package.json, with the address of the public repository.`;
}

/**
 * Publishes tarballs with provenance, but for versions that the registry has already: a release that failed in the
 * middle can be run again. Returns the names of those published.
 * @throws {Error} where npm fails.
 */
export async function publish(tarballs: Tarball[], npm: RunNpm): Promise<string[]> {
  const published: string[] = [];
  for (const { name, version, path } of tarballs) {
    if (await isPublished(`${name}@${version}`, npm)) continue;
    const args = ["publish", path, "--provenance", "--access", "public", "--tag", tagOf(version)];
    const { status, output } = await npm(args);
    if (status !== 0) throw new Error(`npm ${args.join(" ")} failed: ${output}`);
    published.push(`${name}@${version}`);
  }
  return published;
}

async function isPublished(id: string, npm: RunNpm): Promise<boolean> {
  const { status, output } = await npm(["view", id, "version"]);
  if (status !== 0 && !output.includes("E404")) throw new Error(`npm view ${id} failed: ${output}`);
  // Where the package is there and the version is not, npm prints nothing.
  return status === 0 && output.trim() !== "";
}
