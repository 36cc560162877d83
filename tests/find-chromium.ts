import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const REMEDY = "Install Chromium, or set CHROME_PATH to a Chromium or Chrome; on Debian: apt-get install chromium.";

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function findInstalled(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

/** Installs Debian's Chromium where that may be done without a question: as root, or with sudo that asks for no password. */
function installFromDebian(): void {
  const isRoot = process.getuid?.() === 0;
  const run = (...command: string[]) => {
    const [program = "", ...args] = isRoot ? command : ["sudo", "-n", ...command];
    return spawnSync(program, args, { stdio: ["ignore", 2, 2] }).status === 0;
  };
  if (!isExecutable("/usr/bin/apt-get")) return;
  console.error("No Chromium found: installing Debian's (about a minute).");
  if (run("apt-get", "update", "-qq")) {
    run("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq", "chromium");
  }
}

/** The path of a Chromium to test in: CHROME_PATH, or one on the PATH, or Debian's, installed. Throws what to do where there is none. */
export function findChromium(): string {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (isExecutable(chosen)) return chosen;
    throw new Error(`CHROME_PATH is “${chosen}”, which is no program. ${REMEDY}`);
  }
  if (!findInstalled()) installFromDebian();
  const found = findInstalled();
  if (!found) throw new Error(`No Chromium found. ${REMEDY}`);
  return found;
}
