import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";

/** Installs packages of Debian's where that may be done without a question: as root, or with sudo that asks for no password. */
export function installFromDebian(...packages: string[]): void {
  if (!isExecutable("/usr/bin/apt-get")) return;
  console.error(`Not found: ${packages.join(", ")}. Installing Debian's (a minute or two).`);
  if (!run("apt-get", "update", "-qq")) return;
  run("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq", ...packages);
}

/** Whether there is such a program. */
export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function run(...command: string[]): boolean {
  const [program = "", ...args] = process.getuid?.() === 0 ? command : ["sudo", "-n", ...command];
  return spawnSync(program, args, { stdio: ["ignore", 2, 2] }).status === 0;
}
