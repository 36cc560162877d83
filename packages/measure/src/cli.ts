#!/usr/bin/env node
import type { Ending } from "@wasclean/schema";
import { Progress } from "@wasclean/tools/progress";
import { fromArguments, HELP } from "./cli-arguments.ts";
import { type Bundles, bundleClients } from "./client/bundle.ts";
import { MEASURED_ENDINGS } from "./endings.ts";
import type { Engine, RunningEngine } from "./engine.ts";
import { ENGINES } from "./engines.ts";
import { type Measured, measureEngine } from "./measure-engine.ts";
import { operatingSystem } from "./operating-system.ts";
import { compareObservation, isPublished, versionChange } from "./results/differences.ts";
import { readObservations, writeObservations } from "./results/observations-file.ts";

type Measure = Extract<ReturnType<typeof fromArguments>, { kind: "measure" }>;

const command = fromArguments(process.argv.slice(2));
if (command.kind === "help") process.stdout.write(HELP);
else if (command.kind === "error") {
  process.stderr.write(`measure: ${command.message}\n`);
  process.exitCode = 2;
} else process.exitCode = await measureAll(command);

/** Measures one engine after the other; returns the exit status. */
async function measureAll(options: Measure): Promise<number> {
  const endings = MEASURED_ENDINGS.filter(
    ({ id, slow }) => (options.endings?.includes(id) ?? true) && !(options.fast && slow),
  );
  const engines = ENGINES.filter(({ id }) => options.engines?.includes(id) ?? true);
  const bundles = await bundleClients();
  let status = 0;
  try {
    for (const engine of engines) {
      const program = engine.find();
      if (program === null) {
        console.log(`${engine.name}: not installed. ${engine.remedy}`);
        if (options.engines !== null) status = 1;
        continue;
      }
      status = Math.max(status, await measureOne(engine, program, bundles, endings, options).catch(failed(engine)));
    }
  } finally {
    bundles.remove();
  }
  return status;
}

function failed(engine: Engine): (error: Error) => number {
  return (error) => {
    console.error(`${engine.name}: ${error.message}`);
    return 1;
  };
}

async function measureOne(
  engine: Engine,
  program: string,
  bundles: Bundles,
  endings: readonly Ending[],
  options: Measure,
): Promise<number> {
  const running = await engine.start(program, bundles);
  const { version } = running;
  const possible = endings.filter((ending) => engine.cannot(ending) === null);
  const title = `${engine.name} ${version}`;
  const total = possible.length * options.runs;
  const progress = new Progress(process.stderr, { unit: "connections" });
  let done = 0;
  try {
    const measured = await measureEngine(engine, running, endings, options.runs, ({ id }) =>
      progress.show(title, ++done, total, id),
    );
    if (options.check) return await check(engine, running, measured, (line) => progress.print(`${title}: ${line}`));
    publish(engine, version, measured, endings.length === MEASURED_ENDINGS.length);
    const unstable = Object.values(measured.results).filter(({ stable }) => !stable).length;
    progress.print(
      `${title}: ${Object.keys(measured.results).length} endings measured, ${unstable} of them not stable.`,
    );
    return 0;
  } finally {
    await running.stop();
  }
}

/** Compares with the published observations. Runs a differing ending three more times: a rare outcome is not a change. */
async function check(
  engine: Engine,
  running: RunningEngine,
  { results }: Measured,
  print: (line: string) => void,
): Promise<number> {
  const published = readObservations(engine.id);
  if (published === null) {
    print("no published observations to compare with. Run it without --check first.");
    return 1;
  }
  const doubtful = MEASURED_ENDINGS.filter(({ id }) => {
    const now = results[id];
    return now !== undefined && compareObservation(id, published.results[id], now).length > 0;
  });
  const again = await measureEngine(engine, running, doubtful, 3);
  const differences = Object.entries(again.results)
    .filter(([id, now]) => !isPublished(published.results[id], now))
    .flatMap(([id, now]) => compareObservation(id, published.results[id], now));
  print(`${Object.keys(results).length} endings compared, ${differences.length} differences.`);
  const change = versionChange(published, running.version);
  if (change !== null) console.log(change);
  for (const { ending, what, published: before, now } of differences) {
    console.log(`  ${ending}: ${what} was ${before}, is ${now}`);
  }
  if (differences.length > 0) console.log(`Run npm run measure -- --engine ${engine.id} to publish the new results.`);
  return differences.length > 0 && change === null ? 1 : 0;
}

/** Writes the results. Results for some of the endings are merged into published ones of the same version. */
function publish(engine: Engine, version: string, measured: Measured, isWhole: boolean): void {
  const published = isWhole ? null : readObservations(engine.id);
  if (published !== null && versionChange(published, version) !== null) {
    throw new Error(
      `${versionChange(published, version)} Measure all endings, so that the file has results of one version only.`,
    );
  }
  const all = { ...published?.results, ...measured.results };
  const order = MEASURED_ENDINGS.filter(({ id }) => all[id] !== undefined);
  const { id, name, note } = engine;
  writeObservations({
    engine: { id, name, version, os: operatingSystem(), ...(note === undefined ? {} : { note }) },
    observedOn: new Date().toISOString().slice(0, 10),
    results: Object.fromEntries(order.flatMap((ending) => Object.entries(all).filter(([key]) => key === ending.id))),
    notMeasured: { ...published?.notMeasured, ...measured.notMeasured },
  });
}
