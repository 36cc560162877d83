import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Child, startChild } from "./child.ts";
import type { Memory, ServerName, ServerRequest } from "./lab-child.ts";
import { endConnections, holdConnections } from "./lab-load.ts";
import { CLOSING_PATH, WAITING_PATH } from "./lab-paths.ts";
import { readOptions, stop } from "./options.ts";
import { type Row, reportResults } from "./results.ts";
import { median } from "./statistics.ts";

const USAGE = `Ends connections at the lab, and at a server of ws and nothing else, in turn; then holds a thousand open at each.

Usage: npm run lab -- [--json FILE] [--assert]`;
const WARM_UPS = 3;
const ROUNDS = 15;
const ENDINGS = 3_000;
const AT_ONCE = 50;
const MEMORY_ROUNDS = 5;
const IDLE = 1_000;
/** Connections before memory is measured, so that loading and compiling are not counted as theirs. */
const FIRST = 200;
const NAMES: ServerName[] = ["lab", "ws"];
const LABELS = { lab: "the lab", ws: "ws alone" };

/** A running server. */
interface Server {
  child: Child<ServerRequest>;
  port: number;
}

const options = readOptions(USAGE);
// A folder among the packages, so that the built files find their imports.
const temporary = mkdtempSync(fileURLToPath(new URL("../node_modules/.wasclean-lab-", import.meta.url)));
process.on("exit", () => rmSync(temporary, { recursive: true, force: true }));
const labModule = buildLab();
const rates: Record<ServerName, number[]> = { lab: [], ws: [] };
const processor: Record<ServerName, number[]> = { lab: [], ws: [] };
const resident: Record<ServerName, number[]> = { lab: [], ws: [] };
const used: Record<ServerName, number[]> = { lab: [], ws: [] };
const residentEach: Record<ServerName, number[]> = { lab: [], ws: [] };
const usedEach: Record<ServerName, number[]> = { lab: [], ws: [] };

async function start(name: ServerName): Promise<Server> {
  const child = startChild<ServerRequest>("lab-child.ts", [name, labModule], {
    ...process.env,
    NODE_COMPILE_CACHE: join(temporary, "cache"),
  });
  return { child, port: await child.ask<number>({ ask: "listen" }) };
}

await fillCache();
await measureRates();
for (let round = 0; round < MEMORY_ROUNDS; round++) {
  console.error(`memory ${round + 1} of ${MEMORY_ROUNDS}`);
  for (const name of inTurn(round)) await measureMemory(name);
}

/** Builds the lab as it is published: JavaScript, in few files. */
function buildLab(): string {
  const out = join(temporary, "package");
  const pack = fileURLToPath(new URL("../../packages/release/src/cli.ts", import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [pack, "lab", "--out", out], { encoding: "utf8" });
  if (status !== 0) stop(`The lab could not be built:\n${stderr}`);
  return pathToFileURL(join(out, "index.js")).href;
}

/** Bundles the server process, so that neither server holds the compiler that strips this benchmark's types. */
async function fillCache(): Promise<void> {
  for (const name of NAMES) {
    const { child } = await start(name);
    await child.ask({ ask: "store" });
    child.end();
  }
}

async function measureRates(): Promise<void> {
  const servers = { lab: await start("lab"), ws: await start("ws") };
  for (let round = -WARM_UPS; round < ROUNDS; round++) {
    console.error(round < 0 ? `warm-up ${round + WARM_UPS + 1} of ${WARM_UPS}` : `endings ${round + 1} of ${ROUNDS}`);
    for (const name of inTurn(round)) {
      const { child, port } = servers[name];
      const before = await child.ask<number>({ ask: "processor" });
      const since = performance.now();
      await endConnections(port, CLOSING_PATH, ENDINGS, AT_ONCE);
      const seconds = (performance.now() - since) / 1e3;
      const milliseconds = (await child.ask<number>({ ask: "processor" })) - before;
      if (round < 0) continue;
      rates[name].push(ENDINGS / seconds);
      processor[name].push(milliseconds / ENDINGS);
    }
  }
  for (const { child } of Object.values(servers)) child.end();
}

/** Measures memory in a new process, free of what earlier connections left behind. */
async function measureMemory(name: ServerName): Promise<void> {
  const { child, port } = await start(name);
  for (const socket of await holdConnections(port, WAITING_PATH, FIRST)) {
    socket.removeAllListeners("close").destroy();
    await once(socket, "close");
  }
  const before = await child.ask<Memory>({ ask: "memory" });
  const sockets = await holdConnections(port, WAITING_PATH, IDLE);
  const after = await child.ask<Memory>({ ask: "memory" });
  for (const socket of sockets) socket.removeAllListeners("close").destroy();
  child.end();
  resident[name].push(after.resident / 1e6);
  used[name].push(after.used / 1e6);
  residentEach[name].push((after.resident - before.resident) / IDLE / 1e3);
  usedEach[name].push((after.used - before.used) / IDLE / 1e3);
}

/** The order of the servers in a round, rotated so that neither is always first. */
function inTurn(round: number): ServerName[] {
  return round % 2 === 0 ? NAMES : NAMES.toReversed();
}

/** A row for each server; the lab's has the ratio. */
function toRows(what: string, unit: Row["unit"], samples: Record<ServerName, number[]>, target = {}): Row[] {
  const value = median(samples.lab) / median(samples.ws);
  return NAMES.map((name) => ({
    name: `${what}: ${LABELS[name]}`,
    unit,
    samples: samples[name],
    ...(name === "lab" && { ratio: { value, of: "× that of ws", ...target } }),
  }));
}

reportResults(
  {
    benchmark: "lab",
    input: `${ROUNDS} rounds of ${ENDINGS} endings, ${AT_ONCE} at once; ${MEMORY_ROUNDS} processes with ${IDLE} idle connections`,
    peers: ["ws"],
    rows: [
      ...toRows("clean endings", "/s", rates, { atLeast: 0.9 }),
      ...toRows("processor time of an ending", "ms", processor),
      ...toRows("resident memory of the process", "MB", resident, { atMost: 1.1 }),
      ...toRows("memory that JavaScript uses", "MB", used, { atMost: 1.1 }),
      ...toRows("resident memory, each connection", "kB", residentEach),
      ...toRows("JavaScript's, each connection", "kB", usedEach),
    ],
  },
  options,
);
