import type { Stage } from "./stages.ts";

/** What became of a stage; `skipped` where one that it needs did not pass. */
export interface StageResult {
  name: string;
  outcome: "passed" | "failed" | "skipped";
  seconds: number;
}

/**
 * Runs stages in their order, several at a time as long as there are cores, and goes on after a failure with those that
 * do not need the failed one. A needed stage that is not among the given ones counts as passed.
 */
export async function runStages(
  stages: readonly Stage[],
  cores: number,
  run: (stage: Stage) => Promise<boolean>,
): Promise<StageResult[]> {
  const results = new Map<string, StageResult>();
  const running = new Map<string, { cores: number; end: Promise<void> }>();
  const waiting = [...stages];
  const isGiven = (name: string) => stages.some((stage) => stage.name === name);
  const isFree = (wanted: number) => {
    const used = [...running.values()].reduce((sum, stage) => sum + stage.cores, 0);
    return used === 0 || used + wanted <= cores;
  };
  const outcomesOf = ({ needs }: Stage) => needs.filter(isGiven).map((name) => results.get(name)?.outcome);

  async function start(stage: Stage): Promise<void> {
    const begun = performance.now();
    const passed = await run(stage);
    const seconds = (performance.now() - begun) / 1000;
    results.set(stage.name, { name: stage.name, outcome: passed ? "passed" : "failed", seconds });
    running.delete(stage.name);
  }

  while (waiting.length > 0 || running.size > 0) {
    for (const stage of [...waiting]) {
      const outcomes = outcomesOf(stage);
      const isSkipped = outcomes.some((outcome) => outcome === "failed" || outcome === "skipped");
      const isReady = outcomes.every((outcome) => outcome === "passed");
      if (!isSkipped && !(isReady && isFree(stage.cores))) continue;
      waiting.splice(waiting.indexOf(stage), 1);
      if (isSkipped) results.set(stage.name, { name: stage.name, outcome: "skipped", seconds: 0 });
      else running.set(stage.name, { cores: stage.cores, end: start(stage) });
    }
    await Promise.race([...running.values()].map(({ end }) => end));
  }
  return stages.flatMap(({ name }) => results.get(name) ?? []);
}
