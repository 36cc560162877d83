import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "@wasclean/tools/free-port";
import { GO_ENV, requireProgram } from "./programs.ts";

/** The folder of the code that the guides show. */
export const CODE = fileURLToPath(new URL("../src/content/guides/code/", import.meta.url));

const bin = fileURLToPath(new URL("../packages/measure/engines/node_modules/.bin/", import.meta.url));

/** A server of the guide on closing, and what it takes to run it here. */
export interface Program {
  file: string;
  command: string;
  args: string[];
  env: Record<string, string>;
  /** Why it cannot run here; `null` where it can. */
  missing: string | null;
  /** What ran it, e.g. `Deno 2.9.6`, where the project fixes that version; else `null`. */
  version: string | null;
}

const outputOf = (command: string, args: string[], env = {}) => {
  const { status, stdout } = spawnSync(command, args, { encoding: "utf8", env: { ...process.env, ...env } });
  return status === 0 ? stdout : null;
};

function engine(id: string, name: string): Pick<Program, "command" | "missing" | "version"> {
  const command = join(bin, id);
  if (!existsSync(command)) {
    return { command, missing: `no ${name}: npm ci --prefix packages/measure/engines`, version: null };
  }
  return { command, missing: null, version: `${name} ${/\d+\.\d+\.\d+/.exec(outputOf(command, ["--version"]) ?? "")}` };
}

const node = `Node.js ${process.versions.node}`;

/** Debian's, or another version that is found first. */
const fromDebian = { missing: null, version: null };

/** The servers of the guide on closing, one for each runtime. */
export const servers: Program[] = [
  { file: "close-with-ws.mjs", command: process.execPath, args: [], env: {}, missing: null, version: node },
  { file: "close-with-deno.ts", args: ["run", "--allow-net", "--allow-env"], env: {}, ...engine("deno", "Deno") },
  { file: "close-with-bun.ts", args: [], env: {}, ...engine("bun", "Bun") },
  { file: "close_with_websockets.py", command: requireProgram("python"), args: [], env: {}, ...fromDebian },
  { file: "close_with_gorilla.go", command: requireProgram("go"), args: ["run"], env: GO_ENV, ...fromDebian },
];

/** A program of the guides that runs. */
export interface Running {
  child: ChildProcess;
  url: string;
  exit: Promise<number | null>;
}

/** Starts a server of the guides; it is ready once a connection opens. */
export async function start({ file, command, args, env }: Omit<Program, "missing" | "version">): Promise<Running> {
  const port = await freePort();
  // `go run` starts a child of its own: a group of processes is stopped as one.
  const child = spawn(command, [...args, join(CODE, file)], {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: "ignore",
    detached: true,
  });
  const exit = new Promise<number | null>((resolve) => child.once("close", resolve));
  const url = `ws://127.0.0.1:${port}/`;
  for (let attempt = 0; attempt < 1200; attempt++) {
    const socket = new WebSocket(url);
    if ((await firstEvent(socket, "open", "error")) === "open") {
      const closed = firstEvent(socket, "close");
      socket.close();
      await closed;
      return { child, url, exit };
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill("SIGKILL");
  throw new Error(`${file} took no connection within two minutes.`);
}

/** The first of these events that a socket fires. */
export function firstEvent(socket: WebSocket, ...types: string[]): Promise<string> {
  return new Promise((resolve) => {
    for (const type of types) socket.addEventListener(type, () => resolve(type), { once: true });
  });
}

/** The code, reason and wasClean of a socket's end. */
export function endOf(socket: WebSocket): Promise<[number, string, boolean]> {
  return new Promise((resolve) => {
    socket.addEventListener("close", ({ code, reason, wasClean }) => resolve([code, reason, wasClean]));
  });
}

/** Sends a signal to a program and its children. */
export function signal({ child }: Running, name: NodeJS.Signals): void {
  try {
    process.kill(-(child.pid ?? 0), name);
  } catch {
    // It has ended.
  }
}
