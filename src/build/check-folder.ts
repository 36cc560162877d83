import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";

/** Why a site cannot be built into a folder, in a line with the remedy; `null` if it can. Makes the folder. */
export function checkFolder(folder: string): string | null {
  try {
    mkdirSync(folder, { recursive: true });
    rmSync(mkdtempSync(join(folder, ".write-")), { recursive: true });
    return null;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return `The site cannot be built into ${folder} (${code ?? message}). Make it a folder that you can write to, or build into another one: npm run build -- --outDir <folder>`;
  }
}
