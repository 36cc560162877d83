import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

/** Packs @wasclean/data into a folder, as `npm run pack` does; gives the tarball's path. */
export async function packedData(out: string): Promise<string> {
  const cli = join(import.meta.dirname, "../cli.ts");
  const { stdout } = await promisify(execFile)(process.execPath, [cli, "data", "--out", out]);
  return stdout.trim().split("\n").at(-1) ?? "";
}
