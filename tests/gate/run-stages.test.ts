import { expect, test } from "vitest";
import { runStages } from "./run-stages.ts";
import { STAGES, type Stage } from "./stages.ts";

const stage = (name: string, cores: 1 | 2, ...needs: string[]): Stage => ({ name, command: name, cores, needs });

/** Runs stages that end when the event loop has turned; returns their outcomes, and which ran at the same time. */
async function run(stages: Stage[], cores: number, failing: string[] = []) {
  const together: string[] = [];
  const open = new Set<string>();
  const results = await runStages(stages, cores, async ({ name }) => {
    open.add(name);
    await new Promise((resolve) => setImmediate(resolve));
    together.push([...open].join("+"));
    open.delete(name);
    return !failing.includes(name);
  });
  return { outcomes: results.map(({ name, outcome }) => `${name} ${outcome}`), together };
}

test.each<[string, Stage[], number, string[]]>([
  ["one core, one stage at a time", [stage("a", 1), stage("b", 1)], 1, ["a", "b"]],
  ["two cores, two stages", [stage("a", 1), stage("b", 1)], 2, ["a+b", "b"]],
  ["a stage of two cores runs alone", [stage("a", 1), stage("b", 2), stage("c", 1)], 2, ["a+c", "c", "b"]],
  ["one of more cores than there are runs alone", [stage("a", 2), stage("b", 1)], 1, ["a", "b"]],
  ["a stage waits for those that it needs", [stage("b", 1, "a"), stage("a", 1)], 2, ["a", "b"]],
  ["what is needed and not given counts as passed", [stage("b", 1, "a")], 2, ["b"]],
])("%s", async (_, stages, cores, together) => {
  expect((await run(stages, cores)).together).toEqual(together);
});

test("after a failure only what does not need it is run", async () => {
  const stages = [stage("a", 1), stage("b", 1, "a"), stage("c", 1, "b"), stage("d", 1)];
  expect((await run(stages, 1, ["a"])).outcomes).toEqual(["a failed", "b skipped", "c skipped", "d passed"]);
});

test("the stages have names of their own, and need earlier ones only", () => {
  for (const [index, { needs }] of STAGES.entries()) {
    const earlier = STAGES.slice(0, index).map(({ name }) => name);
    expect(earlier).toEqual(expect.arrayContaining([...needs]));
  }
  expect(new Set(STAGES.map(({ name }) => name)).size).toBe(STAGES.length);
});
