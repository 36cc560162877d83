import { readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { startChild } from "./child.ts";
import { type DataName, type Load, type LoadRequest, MODULES } from "./data-child.ts";
import { readOptions, stop } from "./options.ts";
import { type Row, reportResults } from "./results.ts";
import { median } from "./statistics.ts";

const USAGE = `Loads the compatibility data of CloseEvent from our package and from others, in turn.

Usage: npm run data -- [--json FILE] [--assert]`;
const WARM_UPS = 2;
const ROUNDS = 15;
const NAMES = Object.keys(MODULES) as DataName[];
/** The data files that are read; the few lines of code of web-features do not count. */
const FILES: Record<DataName, string> = { ...MODULES, webFeatures: "web-features/data.json" };

const options = readOptions(USAGE);
const loading: Record<DataName, number[]> = { ours: [], bcd: [], webFeatures: [] };
const withFinding: Record<DataName, number[]> = { ours: [], bcd: [], webFeatures: [] };
// The first rounds bring the files into the operating system's cache.
for (let round = -WARM_UPS; round < ROUNDS; round++) {
  console.error(round < 0 ? `warm-up ${round + WARM_UPS + 1} of ${WARM_UPS}` : `round ${round + 1} of ${ROUNDS}`);
  for (const name of inTurn(round)) {
    const took = await load(name);
    if (took.chrome !== "15")
      stop(`${MODULES[name]} has another Chrome with CloseEvent.wasClean first: ${took.chrome}`);
    if (round < 0) continue;
    loading[name].push(took.loading);
    withFinding[name].push(took.finding + took.loading);
  }
}

/** Loads each package once, in a process of its own. */
async function load(name: DataName): Promise<Load> {
  const child = startChild<LoadRequest>("data-child.ts", []);
  const took = await child.ask<Load>({ name });
  child.end();
  return took;
}

/** The order of the packages in a round, rotated so that none is always first. */
function inTurn(round: number): DataName[] {
  const first = Math.abs(round) % NAMES.length;
  return [...NAMES.slice(first), ...NAMES.slice(0, first)];
}

const bytesOf = (name: DataName) => statSync(fileURLToPath(import.meta.resolve(FILES[name]))).size;

/** A row for each package; other packages' rows have the ratio to ours. */
function toRows(what: string, unit: Row["unit"], values: (name: DataName) => number[], least: Targets): Row[] {
  const ours = median(values("ours"));
  return NAMES.map((name) => {
    const value = median(values(name)) / ours;
    const ratio = { value, of: "× ours", ...(least[name] !== undefined && { atLeast: least[name] }) };
    return { name: `${what}: ${MODULES[name]}`, unit, samples: values(name), ...(name !== "ours" && { ratio }) };
  });
}
type Targets = Partial<Record<DataName, number>>;

/** The version of browser-compat-data from which our data was made. */
function readSource(): string {
  const { sources } = JSON.parse(readFileSync(fileURLToPath(import.meta.resolve(FILES.ours)), "utf8"));
  return `made of ${sources.bcd.package} ${sources.bcd.version}`;
}

reportResults(
  {
    benchmark: "data",
    input: `CloseEvent, ${readSource()}; ${ROUNDS} rounds, a process each`,
    peers: ["@mdn/browser-compat-data", "web-features"],
    rows: [
      ...toRows("time to load", "ms", (name) => loading[name], { bcd: 100, webFeatures: 10 }),
      ...toRows("with finding the package", "ms", (name) => withFinding[name], {}),
      ...toRows("bytes read", "kB", (name) => [bytesOf(name) / 1e3], { bcd: 1000 }),
    ],
  },
  options,
);
