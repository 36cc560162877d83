import { parseArgs } from "node:util";
import { ENGINE_IDS, type EngineId } from "@wasclean/schema/ids";
import { MEASURED_ENDINGS } from "./endings.ts";

/** A command line, read. */
export type Command =
  | { kind: "help" }
  | { kind: "error"; message: string }
  | {
      kind: "measure";
      engines: EngineId[] | null;
      endings: string[] | null;
      runs: number;
      check: boolean;
      fast: boolean;
    };

/** The text of --help. */
export const HELP = `Usage: npm run measure -- [--engine <name>]… [--ending <id>]… [--runs <number>] [--fast] [--check]

Brings each ending about in each engine, and writes what it reports into data/observations/.

  --engine <name>   ${ENGINE_IDS.join(", ")}; all that are installed
  --ending <id>     an ending of data/endings; all
  --runs <number>   connections for each ending, 3 to 100 (with --check from 1); 3
  --fast            leave out the endings that take long
  --check           write nothing; compare with what is published. Exit status 1 where it differs
                    in an engine of the same version
  --help            show this
`;

const OPTIONS = {
  engine: { type: "string", multiple: true },
  ending: { type: "string", multiple: true },
  runs: { type: "string" },
  fast: { type: "boolean", default: false },
  check: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

/** Reads the arguments. */
export function fromArguments(args: string[]): Command {
  try {
    const { values } = parseArgs({ args, options: OPTIONS });
    if (values.help) return { kind: "help" };
    const { engine: engines = null, ending: endings = null, check, fast } = values;
    const problem = problemOf("engine", engines, ENGINE_IDS) ?? problemOf("ending", endings, ENDING_IDS);
    if (problem !== null) return { kind: "error", message: problem };
    const runs = readRuns(values.runs ?? (check ? "1" : "3"), check ? 1 : 3);
    if (typeof runs === "string") return { kind: "error", message: runs };
    return { kind: "measure", engines: engines as EngineId[] | null, endings, runs, check, fast };
  } catch (error) {
    const [line = ""] = (error as Error).message.split(/\.? To specify|\n/);
    return { kind: "error", message: `${line.replace(/\.$/, "")}; see --help` };
  }
}

const ENDING_IDS = MEASURED_ENDINGS.map(({ id }) => id);

function problemOf(option: string, given: string[] | null, known: readonly string[]): string | null {
  const unknown = given?.find((name) => !known.includes(name));
  return unknown === undefined ? null : `--${option} is ${JSON.stringify(unknown)}: choose of ${known.join(", ")}`;
}

function readRuns(text: string, least: number): number | string {
  const runs = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  if (runs >= least && runs <= 100) return runs;
  return `--runs is ${JSON.stringify(text)}: use a whole number from ${least} to 100`;
}
