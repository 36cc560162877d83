import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { checkTarball } from "./check/check-tarball.ts";
import { packTarball } from "./pack.ts";
import { lab } from "./packages/lab.ts";
import { findNodes, withNode } from "./testing/nodes.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const LIMIT_MS = 300_000; // npm may have to ask the registry
const NODES = findNodes();
const [OWN_NODE = { version: process.version, path: process.execPath }] = NODES;
const run = promisify(execFile);

/** A folder outside of the project; `project` in it is somebody's who installs the package. */
const folder = mkdtempSync(join(tmpdir(), "wasclean-release-"));
const project = join(folder, "project");
const installed = join(project, "node_modules/@wasclean/lab");
const out = join(folder, "out");
let tarball: string;
let npmEnv: NodeJS.ProcessEnv;

beforeAll(async () => {
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, "cli.ts"), "lab", "--out", out]);
  tarball = stdout.trim();
  npmEnv = { ...withNode(OWN_NODE, folder), npm_config_cache: await linkCache(), npm_config_prefer_offline: "true" };
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
  await run("npm", ["install", tarball, "--no-audit", "--no-fund"], { cwd: project, env: npmEnv });
}, LIMIT_MS);
afterAll(() => rmSync(folder, { recursive: true }));

/** npm's cache, but for what npx installs: that goes with the folder. */
async function linkCache(): Promise<string> {
  const { stdout } = await run("npm", ["config", "get", "cache"]);
  const content = join(stdout.trim(), "_cacache");
  mkdirSync(content, { recursive: true });
  mkdirSync(join(folder, "cache"));
  symlinkSync(content, join(folder, "cache/_cacache"), "junction");
  return join(folder, "cache");
}

/** Starts the installed command on any free port. */
async function start(env: NodeJS.ProcessEnv) {
  const child = spawn(join(project, "node_modules/.bin/wasclean-lab"), ["--port", "0"], { cwd: project, env });
  onTestFinished(() => void child.kill("SIGKILL"));
  const output = { text: "" };
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output.text += text));
  const exit = once(child, "close").then(([code, signal]) => ({ code, signal }));
  await Promise.race([once(child.stdout, "data"), exit]);
  const address = /http:\/\/\S+\/lab\//.exec(output.text)?.[0];
  if (address === undefined) throw new Error(`wasclean-lab did not start: ${output.text}`);
  return { child, exit, address };
}

describe.each(NODES)("installed from its tarball, on Node $version,", (node) => {
  const env = withNode(node, folder);

  test(
    "the command shows its help",
    async () => {
      const { stdout } = await run("npx", ["--no-install", "wasclean-lab", "--help"], { cwd: project, env });
      expect(stdout).toMatch(/^Usage: wasclean-lab /);
    },
    LIMIT_MS,
  );

  test(
    "the command ends a connection as asked for, tells what it saw, and stops on SIGTERM",
    async () => {
      const { child, exit, address } = await start(env);
      const id = `connection-of-release-${node.version.replaceAll(".", "-")}`;
      const query = `code=4001&reason=bye&connection=${id}`;
      const socket = new WebSocket(`${address.replace("http:", "ws:")}server-close?${query}`);
      const [{ code, reason, wasClean }] = await once(socket, "close");
      expect({ code, reason, wasClean }).toEqual({ code: 4001, reason: "bye", wasClean: true });
      const record = await (await fetch(`${address}connections/${id}`)).json();
      expect(record).toMatchObject({ id, ending: "server-close", clientClose: { code: 4001 } });
      child.kill("SIGTERM");
      expect(await exit).toEqual({ code: 0, signal: null });
    },
    LIMIT_MS,
  );

  test(
    "the library makes a lab",
    async () => {
      const code = `import { createLab } from "@wasclean/lab"; console.log(createLab().owns("/lab/x"));`;
      const { stdout } = await run(node.path, ["--input-type=module", "--eval", code], { cwd: project, env });
      expect(stdout).toBe("true\n");
    },
    LIMIT_MS,
  );
});

test(
  "npx runs the tarball's only command, though its name is not the package's",
  async () => {
    // npx takes an absolute path for a program.
    const args = ["--yes", `./${relative(folder, tarball)}`, "--help"];
    const { stdout } = await run("npx", args, { cwd: folder, env: npmEnv });
    expect(stdout).toMatch(/^Usage: wasclean-lab /);
  },
  LIMIT_MS,
);

test(
  "TypeScript knows its types, without anything else of the project",
  async () => {
    writeFileSync(join(project, "consumer.ts"), CONSUMER);
    const types = ["--types", "node", "--typeRoots", join(ROOT, "node_modules/@types")];
    const module = ["--module", "nodenext", "--target", "es2023", "--strict", "--exactOptionalPropertyTypes"];
    const args = [join(ROOT, "node_modules/typescript/bin/tsc"), "--noEmit", ...module, ...types, "consumer.ts"];
    const { stdout } = await run(process.execPath, args, { cwd: project }).catch((error) => error);
    expect(stdout).toBe("");
  },
  LIMIT_MS,
);

const CONSUMER = `import { createServer } from "node:http";
import { createLab, type LabOptions } from "@wasclean/lab";

const options: LabOptions = { maxConnections: 10 };
const lab = createLab(options);
createServer(lab.handleRequest).on("upgrade", lab.handleUpgrade);
// @ts-expect-error -- a limit is a number
createLab({ maxConnections: "10" });
// @ts-expect-error -- no such method
lab.nonsense();
`;

test("it may be published", async () => expect(await checkTarball(packTarball(out), lab)).toEqual([]), LIMIT_MS);

test("it holds what it needs and nothing of the project or the machine that packed it", () => {
  const files = readdirSync(installed, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const names = files.map((file) => join(file.parentPath, file.name).slice(installed.length + 1));
  expect(names).toEqual(
    expect.arrayContaining(["LICENSE", "README.md", "command/cli.js", "index.js", "types/index.d.ts"]),
  );
  for (const name of names) {
    expect(name).toMatch(
      /^(LICENSE|README\.md|package\.json|(command\/cli|index|shared-\w+)\.js|types\/[\w/-]+\.d\.ts)$/,
    );
    const text = readFileSync(join(installed, name), "utf8");
    for (const path of [ROOT, folder, homedir(), tmpdir(), "file:///"]) {
      expect(text.includes(`${path}/`), `${name} mentions ${path}`).toBe(false);
    }
    if (/\.[jt]s$/.test(name))
      expect(text, name).not.toMatch(/(?:from|import)\s*\(?\s*["'](?:@wasclean\/|zod["']|\.[^"']*\.ts["'])/);
  }
});
