import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { findProgram, isExecutable, pathFolders } from "@wasclean/tools/find-program";
import { findRedis } from "../packages/lab/src/testing/find-redis.ts";
import { findMiniBrowser } from "../packages/measure/src/drivers/web-driver.ts";

/** A program or file that tests need beside Node. */
export interface Requirement {
  name: string;
  /** Its path; `null` where it is missing. */
  find(): string | null;
  /** Debian packages that contain it. */
  packages: readonly string[];
}

// Debian's own come first: those versions are known, and its Go has the standard library compiled.
const FOLDERS = ["/usr/bin", "/usr/sbin", ...pathFolders()];
const program = (...names: string[]) => findProgram(names, FOLDERS);

/** The font of the visual tests' pictures. */
const FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";

/** The environment in which Go finds the packages that Debian installs, or those of another GOPATH. */
export const GO_ENV = { GO111MODULE: "off", GOPATH: process.env.GOPATH ?? "/usr/share/gocode" };

/** A Python with the package websockets: PYTHON, one on the PATH, or Debian's. */
function findPython(): string | null {
  const named = process.env.PYTHON ? [process.env.PYTHON] : [];
  const candidates = [...named, ...FOLDERS.map((folder) => join(folder, "python3"))].filter(isExecutable);
  const args = ["-c", "from websockets import connect, serve"];
  return candidates.find((each) => spawnSync(each, args, { stdio: "ignore" }).status === 0) ?? null;
}

/** The folder of the package gorilla/websocket, where Go finds it. */
function findGorilla(): string | null {
  const args = ["list", "-f", "{{.Dir}}", "github.com/gorilla/websocket"];
  const env = { ...process.env, ...GO_ENV };
  const { status, stdout } = spawnSync(program("go") ?? "go", args, { encoding: "utf8", env });
  return status === 0 ? stdout.trim() : null;
}

function findChosen(variable: string, ...names: string[]): string | null {
  const chosen = process.env[variable];
  if (!chosen) return program(...names);
  if (isExecutable(chosen)) return chosen;
  throw new Error(`${variable} is “${chosen}”, which is not a program.`);
}

/** Everything that tests need beside Node, by name. */
export const REQUIREMENTS = {
  chromium: {
    name: "Chromium (or CHROME_PATH)",
    find: () => findChosen("CHROME_PATH", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    packages: ["chromium"],
  },
  firefox: { name: "Firefox", find: () => program("firefox-esr", "firefox"), packages: ["firefox-esr"] },
  webKitDriver: {
    name: "WebKitWebDriver with MiniBrowser",
    find: () => (findMiniBrowser() === null ? null : program("WebKitWebDriver")),
    packages: ["webkit2gtk-driver"],
  },
  xvfb: { name: "xvfb-run", find: () => program("xvfb-run"), packages: ["xvfb", "xauth"] },
  font: { name: "DejaVu Sans", find: () => (existsSync(FONT) ? FONT : null), packages: ["fonts-dejavu-core"] },
  redis: { name: "Redis or Valkey (or REDIS_SERVER_PATH)", find: findRedisOrNull, packages: ["redis-server"] },
  python: { name: "Python 3 with websockets (or PYTHON)", find: findPython, packages: ["python3-websockets"] },
  go: { name: "Go", find: () => program("go"), packages: ["golang-go"] },
  gorilla: {
    name: "gorilla/websocket in GOPATH",
    find: findGorilla,
    packages: ["golang-github-gorilla-websocket-dev"],
  },
  curl: { name: "curl", find: () => program("curl"), packages: ["curl"] },
  nginx: { name: "nginx", find: () => program("nginx"), packages: ["nginx-light"] },
} as const satisfies Record<string, Requirement>;

function findRedisOrNull(): string | null {
  try {
    return findRedis();
  } catch {
    return null;
  }
}

/** The path of a requirement. Throws what to do where it is missing. */
export function requireProgram(id: keyof typeof REQUIREMENTS): string {
  const { name, find }: Requirement = REQUIREMENTS[id];
  const found = find();
  if (found === null) throw new Error(`${name} is not installed: npm run test:setup`);
  return found;
}
