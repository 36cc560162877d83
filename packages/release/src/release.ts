import type { SourceManifest } from "./source-manifest.ts";

/** How a package is built and published. Its own package.json says what it exports. */
export interface Release {
  /** The package's folder, from the project's. */
  folder: string;
  /** Where the built code runs. */
  platform: "node" | "browser";
  /** The oldest engines that it runs on, by esbuild's names (https://esbuild.github.io/api/#target). */
  target: string[];
  /** Whether entries share files, or each is a single file. */
  sharesFiles: boolean;
  /** Which modules can import it; its types are checked for those. */
  modules: "esm" | "esm and cjs";
  /** Entries whose types are to be checked beside those without a `*`. */
  checkedEntries?: string[];
  /** The same engines for package.json. */
  engines?: Record<string, string>;
  /** For a package with more than code and types: builds all but README and LICENSE; returns the package.json to publish. */
  build?(root: string, source: SourceManifest, out: string): Promise<object>;
}
