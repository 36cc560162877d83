import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";

/** Reads `--pages <folder of an import>`, which overrides WASCLEAN_PAGES in the environment. Throws if the folder does not exist. */
export function readPagesOptions(
  args: string[],
  environment: NodeJS.ProcessEnv = process.env,
): { WASCLEAN_PAGES?: string } {
  // Astro's own options are let through.
  const { values } = parseArgs({ args, strict: false, options: { pages: { type: "string" } } });
  const folder = values.pages ?? environment.WASCLEAN_PAGES;
  if (folder === undefined || folder === "") return {};
  if (typeof folder === "string" && existsSync(folder)) return { WASCLEAN_PAGES: resolve(folder) };
  throw new Error(`--pages needs the folder of an import; ${folder} does not exist.`);
}
