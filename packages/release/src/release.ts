import type { SourceManifest } from "./manifest.ts";

/** How a package is published. What it offers its own package.json says. */
export interface Release {
  /** The package's folder, from the project's. */
  folder: string;
  /** Where the built code runs. */
  platform: "node" | "browser";
  /** The oldest engines that it runs on, by esbuild's names (https://esbuild.github.io/api/#target). */
  target: string[];
  /** Whether entries share files, or each is a single file. */
  sharesFiles: boolean;
  /** The same for package.json. */
  engines?: Record<string, string>;
  /** For a package that is more than code and its types: builds all but README and LICENSE, and gives the package.json to publish. */
  build?(root: string, source: SourceManifest, out: string): Promise<object>;
}
