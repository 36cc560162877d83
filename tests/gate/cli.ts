import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { runStages, type StageResult } from "./run-stages.ts";
import { STAGES, type Stage } from "./stages.ts";

const NAMES = STAGES.map(({ name }) => name);
const WIDTH = Math.max(...NAMES.map((name) => name.length));
const USAGE = `Usage: npm test [-- --only <stage>]…

Runs the stages of the gate, two at a time where they use one core each, and prints the seconds of each.

  --only <stage>  ${NAMES.join(", ")}; all
  --help          show this
`;

/** Runs a stage's command; its lines begin with its name, as two stages may print at the same time. */
function run({ name, command }: Stage): Promise<boolean> {
  console.log(`${name.padEnd(WIDTH)} ▶ ${command}`);
  const child = spawn(command, { shell: true, stdio: ["ignore", "pipe", "pipe"] });
  for (const input of [child.stdout, child.stderr])
    createInterface({ input }).on("line", (line) => console.log(`${name.padEnd(WIDTH)} │ ${line}`));
  return new Promise((resolve) => child.once("close", (status) => resolve(status === 0)));
}

function print(results: readonly StageResult[], seconds: number): void {
  const row = (name: string, time: number, outcome: string) =>
    console.log(`| ${name.padEnd(WIDTH)} | ${time.toFixed(0).padStart(7)} | ${outcome.padEnd(7)} |`);
  console.log(`\n| ${"stage".padEnd(WIDTH)} | seconds | outcome |\n|-${"-".repeat(WIDTH)}-|--------:|---------|`);
  for (const result of results) row(result.name, result.seconds, result.outcome);
  const passed = results.filter(({ outcome }) => outcome === "passed").length;
  row("all", seconds, passed === results.length ? "passed" : "failed");
  console.log(`\n${passed} passed, ${results.length - passed} failed`);
}

const { values } = parseArgs({ options: { only: { type: "string", multiple: true }, help: { type: "boolean" } } });
const unknown = values.only?.find((name) => !NAMES.includes(name));
if (values.help) console.log(USAGE);
else if (unknown !== undefined) {
  console.error(`There is no stage “${unknown}”.\n${USAGE}`);
  process.exitCode = 2;
} else {
  const stages = STAGES.filter(({ name }) => values.only?.includes(name) ?? true);
  const results = await runStages(stages, availableParallelism(), run);
  print(results, performance.now() / 1000);
  if (results.some(({ outcome }) => outcome !== "passed")) process.exitCode = 1;
}
