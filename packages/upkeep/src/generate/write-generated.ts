import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, relative } from "node:path";

/**
 * Writes files that were generated, whole or not at all, and only where something changed. With `check` it writes
 * nothing; gives the exit status, which is then 1 where a file is not current. `remedy` is the command that mends that.
 */
export function writeGenerated(texts: ReadonlyMap<string, string>, { check, remedy }: WriteOptions): 0 | 1 {
  const stale = [...texts].filter(([file, text]) => !existsSync(file) || readFileSync(file, "utf8") !== text);
  for (const [file, text] of stale) {
    const name = relative(process.cwd(), file);
    if (check) process.stderr.write(`${name} is not current: run ${remedy}\n`);
    else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.new`, text);
      renameSync(`${file}.new`, file);
      process.stdout.write(`${name} written\n`);
    }
  }
  if (stale.length === 0) process.stdout.write("Nothing changed.\n");
  return check && stale.length > 0 ? 1 : 0;
}

interface WriteOptions {
  check: boolean;
  remedy: string;
}
