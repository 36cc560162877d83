import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["redis-server", "valkey-server"];
const REMEDY = "Install Redis or Valkey, or set REDIS_SERVER_PATH to one; on Debian: apt-get install redis-server.";

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function findInstalled(): string | undefined {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin"];
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

/** Installs Debian's Redis where that may be done without a question: as root, or with sudo that asks for no password. */
function installFromDebian(): void {
  const isRoot = process.getuid?.() === 0;
  const run = (...command: string[]) => {
    const [program = "", ...args] = isRoot ? command : ["sudo", "-n", ...command];
    return spawnSync(program, args, { stdio: ["ignore", 2, 2] }).status === 0;
  };
  if (!isExecutable("/usr/bin/apt-get")) return;
  console.error("No Redis found: installing Debian's (some seconds).");
  if (run("apt-get", "update", "-qq")) {
    // RUNLEVEL=1: the package must not start a server of its own.
    run("env", "RUNLEVEL=1", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq", "redis-server");
  }
}

/** The path of a Redis or Valkey to test with: REDIS_SERVER_PATH, or one on the PATH, or Debian's, installed. Throws what to do where there is none. */
export function findRedis(): string {
  const chosen = process.env.REDIS_SERVER_PATH;
  if (chosen) {
    if (isExecutable(chosen)) return chosen;
    throw new Error(`REDIS_SERVER_PATH is “${chosen}”, which is no program. ${REMEDY}`);
  }
  if (!findInstalled()) installFromDebian();
  const found = findInstalled();
  if (!found) throw new Error(`No Redis found. ${REMEDY}`);
  return found;
}
