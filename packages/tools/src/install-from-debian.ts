import { spawnSync } from "node:child_process";
import { isExecutable } from "./find-program.ts";

/**
 * Installs Debian packages if that needs no password: as root, or through sudo. Otherwise it does nothing, and the caller
 * finds the program still missing.
 */
export function installFromDebian(...packages: string[]): void {
  if (!isExecutable("/usr/bin/apt-get")) return;
  console.error(`Not found: ${packages.join(", ")}. Installing Debian's (a minute or two).`);
  if (!run("apt-get", "update", "-qq")) return;
  // RUNLEVEL=1: a package must not start a server of its own.
  run("env", "RUNLEVEL=1", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq", ...packages);
}

function run(...command: string[]): boolean {
  const [program = "", ...args] = process.getuid?.() === 0 ? command : ["sudo", "-n", ...command];
  return spawnSync(program, args, { stdio: ["ignore", 2, 2] }).status === 0;
}
