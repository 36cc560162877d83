import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { inject } from "vitest";

const CLI = resolve(import.meta.dirname, "../cli.ts");
const POLL_MS = 100;

/**
 * The path of a package's tarball, packed by the first test that asks for it and shared with all others of the run.
 * Throws what the command printed where packing fails.
 */
export async function tarballOf(name: string): Promise<string> {
  const folder = join(inject("tarballs"), name);
  const answer = `${folder}.json`;
  if (isFirst(folder)) {
    const told = await packInto(join(folder, "out"), name);
    writeFileSync(`${answer}.tmp`, JSON.stringify(told));
    renameSync(`${answer}.tmp`, answer);
  }
  const { path, error } = await readAnswer(answer);
  if (path === null) throw new Error(error);
  return path;
}

interface Answer {
  path: string | null;
  error: string;
}

/** Only one process succeeds in making a folder. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function packInto(out: string, name: string): Promise<Answer> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [CLI, name, "--out", out]);
    return { path: stdout.trim().split("\n").at(-1) ?? "", error: "" };
  } catch (error) {
    return { path: null, error: String(error) };
  }
}

async function readAnswer(file: string): Promise<Answer> {
  for (;;) {
    try {
      return JSON.parse(readFileSync(file, "utf8"));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
    await wait(POLL_MS);
  }
}
