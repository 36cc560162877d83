import type { Ending, Observation, Outcome } from "@wasclean/schema";
import type { Engine, RunningEngine } from "./engine.ts";
import { type MeasuringLab, startMeasuringLab } from "./lab-for.ts";
import { toObservation, toOutcome } from "./results/outcome.ts";

/** Called after each run. */
export type OnRun = (ending: Ending) => void;

/** The measurements of one engine. */
export interface Measured {
  /** Observations by ending, in the order of the given endings. */
  results: Record<string, Observation>;
  notMeasured: Record<string, string>;
}

/**
 * Runs each ending `runs` times. Slow endings run in parallel, each in a lab with an address of its own, because an
 * unanswered handshake blocks others to the same port (in Chromium) or address (in Firefox). The rest run one at a time,
 * because they would distort each other's times.
 */
export async function measureEngine(
  engine: Engine,
  running: RunningEngine,
  endings: readonly Ending[],
  runs: number,
  onRun: OnRun = () => {},
): Promise<Measured> {
  const reasons = endings.map((ending): [string, string | null] => [ending.id, engine.cannot(ending)]);
  const notMeasured = Object.fromEntries(reasons.filter((entry): entry is [string, string] => entry[1] !== null));
  const possible = endings.filter(({ id }) => notMeasured[id] === undefined);
  const outcomes = new Map<string, Outcome[]>(possible.map(({ id }) => [id, []]));
  const runOnce = async (ending: Ending, lab: MeasuringLab) => {
    outcomes.get(ending.id)?.push(await measureOnce(running, ending, lab));
    onRun(ending);
  };

  const jobs = possible.filter(({ slow }) => slow).flatMap((ending) => Array<Ending>(runs).fill(ending));
  const slow = Promise.all(jobs.map((ending, index) => withLab((lab) => runOnce(ending, lab), `127.0.0.${2 + index}`)));
  const fast = withLab(async (lab) => {
    for (const ending of possible.filter((each) => !each.slow)) {
      for (let run = 0; run < runs; run++) await runOnce(ending, lab);
    }
  });
  await Promise.all([slow, fast]);
  const results = [...outcomes].map(([id, all]): [string, Observation] => [id, toObservation(all)]);
  return { results: Object.fromEntries(results), notMeasured };
}

const TRIES = 3;

/** Runs one connection; a driver that loses its browser gets two more tries. Rejects, naming the ending, if the engine cannot be driven. */
async function measureOnce(running: RunningEngine, ending: Ending, lab: MeasuringLab): Promise<Outcome> {
  for (let tries = 1; ; tries++) {
    const { task, record } = lab.prepare(ending);
    try {
      const report = await running.run(task, ending);
      return toOutcome(report, await record());
    } catch (error) {
      if (tries === TRIES) throw new Error(`${ending.id}: ${(error as Error).message}`, { cause: error });
    }
  }
}

async function withLab(use: (lab: MeasuringLab) => Promise<void>, address?: string): Promise<void> {
  const lab = await startMeasuringLab(address);
  try {
    await use(lab);
  } finally {
    await lab.stop();
  }
}
