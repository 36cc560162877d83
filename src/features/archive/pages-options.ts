import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";

/** Reads `--pages <folder of an import>`, which goes before the environment's WASCLEAN_PAGES. Throws where the folder is not there. */
export function readPagesOptions(
  args: string[],
  environment: NodeJS.ProcessEnv = process.env,
): { WASCLEAN_PAGES?: string } {
  // Astro has options of its own.
  const { values } = parseArgs({ args, strict: false, options: { pages: { type: "string" } } });
  const folder = values.pages ?? environment.WASCLEAN_PAGES;
  if (folder === undefined || folder === "") return {};
  if (typeof folder === "string" && existsSync(folder)) return { WASCLEAN_PAGES: resolve(folder) };
  throw new Error(`--pages wants the folder of an import; there is none at ${folder}.`);
}
