import { readFileSync } from "node:fs";
import { arch, release, type } from "node:os";

/** This computer's operating system and architecture, as in `Debian GNU/Linux 12 (bookworm), x64`. */
export function operatingSystem(): string {
  return `${prettyName() ?? `${type()} ${release()}`}, ${arch()}`;
}

function prettyName(): string | null {
  try {
    return /^PRETTY_NAME="?([^"\n]*)/m.exec(readFileSync("/etc/os-release", "utf8"))?.[1] ?? null;
  } catch {
    return null; // not Linux
  }
}
