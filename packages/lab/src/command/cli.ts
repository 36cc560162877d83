#!/usr/bin/env node
import manifest from "../../package.json" with { type: "json" };
import { createBoundedServer } from "../bounded-server.ts";
import { connectRedisRecords } from "../connect-redis-records.ts";
import { installLastResort } from "../http/last-resort.ts";
import { createLab } from "../lab.ts";
import type { Records } from "../records/records.ts";
import { fromArguments, HELP, type ServeCommand, toListenMessage } from "./cli-arguments.ts";
import { createJsonReport, createTextReport } from "./cli-report.ts";
import { toExposure } from "./exposure.ts";

const command = fromArguments(process.argv.slice(2), process.env);
installLastResort();
if (command.kind === "help") process.stdout.write(HELP);
else if (command.kind === "version") print(manifest.version);
else if (command.kind === "error") fail(command.message, 2);
else await serve(command);

async function serve(command: ServeCommand): Promise<void> {
  const records = await connect(command);
  if (records === undefined) return;
  const { port, host, json, options } = command;
  const { hosts = null, origins = null } = options;
  const exposure = toExposure({ host, what: "the lab", hosts, origins });
  if (exposure !== null) warn(exposure);
  const report = json ? createJsonReport(print) : createTextReport(print);
  const lab = createLab({ ...options, records, onConnectionEnd: report.connection });
  const { listen, stop } = createBoundedServer(lab, lab.handleRequest);
  const end = async () => {
    await stop();
    report.stopped();
  };
  process.once("SIGTERM", end);
  process.once("SIGINT", end);
  try {
    report.listening(`${await listen(port, host)}/lab/`, lab.ports);
  } catch (error) {
    fail(toListenMessage(error as NodeJS.ErrnoException, port, host), 1);
    await lab.close();
  }
}

/** The shared records, `null` for records in memory, `undefined` if connecting fails. */
async function connect({ records, options }: ServeCommand): Promise<Records | null | undefined> {
  if (records === null) return null;
  try {
    return await connectRedisRecords(records, options, warn);
  } catch (error) {
    fail(`${(error as Error).message}; start it, or correct --records or WASCLEAN_RECORDS`, 1);
    return undefined;
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function warn(line: string): void {
  process.stderr.write(`wasclean-lab: ${line}\n`);
}

function fail(message: string, exitCode: number): void {
  warn(message);
  process.exitCode = exitCode;
}
