import { parseArgs } from "node:util";

/** The options of all benchmarks. */
export interface Options {
  /** Arguments besides the options: a folder of pages, or names of cases. */
  positionals: string[];
  /** The file for the results as JSON. */
  json: string | null;
  /** Whether a missed target is a failure. */
  assert: boolean;
}

/** Reads the command line. Invalid arguments end the process with status 2. */
export function readOptions(usage: string): Options {
  const options = {
    json: { type: "string" },
    assert: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  } as const;
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    return { positionals, json: values.json ?? null, assert: values.assert };
  } catch (error) {
    return stop(`${(error as Error).message}\n\n${usage}`);
  }
}

/** Prints a message and ends the process with status 2. */
export function stop(message: string): never {
  console.error(message);
  process.exit(2);
}
