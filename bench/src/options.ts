import { parseArgs } from "node:util";

/** What every benchmark takes. */
export interface Options {
  /** What was given besides the options: a folder of pages, or names of cases. */
  positionals: string[];
  /** The file for the results as JSON. */
  json: string | null;
  /** Fail where a target is missed. */
  assert: boolean;
}

/** Reads the command line. What cannot be understood ends the process with status 2. */
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

/** Says what is wrong and what to do, and ends the process with status 2. */
export function stop(message: string): never {
  console.error(message);
  process.exit(2);
}
