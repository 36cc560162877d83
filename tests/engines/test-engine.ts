import { ENDINGS } from "@wasclean/data/load";
import type { Ending } from "@wasclean/schema";
import type { EngineId } from "@wasclean/schema/ids";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { observationsOf } from "../evidence.ts";
import type { EnginePage } from "./engine-page.ts";
import { isPublished, outcomesOf, toSeen, verdictOn } from "./published.ts";

/** Endings that a page brings about by itself, and soon. */
const FAST = ENDINGS.filter(
  ({ connectsTo, slow, client }) => connectsTo === "lab" && !slow && client.every((step) => step.do !== "leave-page"),
);

/** Runs all fast endings through the element: it must report what is published for the engine, and judge it rightly. */
export function testEngine(id: EngineId, open: (url: string) => Promise<EnginePage>): void {
  const { engine, results } = observationsOf(id);
  describe(`through the element, ${engine.name} reports what was observed in it`, () => {
    let page: EnginePage;
    beforeAll(async () => {
      page = await open(`${inject("site")}/embed/frame/`);
    });
    afterAll(() => page?.close());

    const measured = FAST.filter((ending) => ending.id in results);

    test("nearly all fast endings were measured in it", () => {
      expect(measured.length).toBeGreaterThan(0.9 * FAST.length);
    });

    // What an RST or a broken frame overtakes is a matter of chance, so a published outcome may take a few tries.
    test.each(measured.map((ending): [string, Ending] => [ending.id, ending]))(
      "%s",
      { retry: 4 },
      async (_, ending) => {
        const { presetOf } = ending;
        const run = await page.run(presetOf?.ending ?? ending.id, presetOf ? String(presetOf.code) : null);
        const seen = toSeen(run.events);
        const outcomes = outcomesOf(results[ending.id]);
        const message = `${engine.name} ${engine.version} was published with ${JSON.stringify(outcomes)}`;
        expect(
          isPublished(outcomes, seen),
          `${message}, and reports ${JSON.stringify(seen)} in ${await page.version()}`,
        ).toBe(true);
        expect(run.record).toMatchObject({ ending: presetOf?.ending ?? ending.id, state: "ended" });
        expect(run.verdict).toContain(verdictOn(ending, seen));
      },
    );
  });
}
