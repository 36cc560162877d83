import { isDeepStrictEqual } from "node:util";
import { ENDINGS as endings } from "@wasclean/data/load";
import type { Ending, Outcome } from "@wasclean/schema";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { observationsOf } from "../evidence.ts";
import { type EnginePage, openFirefox, openWebkitgtk } from "./engine-page.ts";

const SOCKET_EVENTS = ["open", "message", "error", "close"];

describe.each([
  ["Firefox", observationsOf("firefox"), openFirefox],
  ["WebKitGTK", observationsOf("webkitgtk"), openWebkitgtk],
] as const)("through the element, %s reports what was observed in it", (_, { engine, results }, open) => {
  let page: EnginePage;
  beforeAll(async () => {
    page = await open(`${inject("site")}/embed/frame/`);
  }, 240_000);
  afterAll(() => page?.close());

  // Every ending that the page brings about by itself, and soon.
  const fast = endings.filter(
    ({ id, connectsTo, slow, client }) =>
      connectsTo === "lab" && !slow && client.every((step) => step.do !== "leave-page") && id in results,
  );

  test("there are many", () => expect(fast.length).toBeGreaterThan(90));

  // What a broken frame overtakes is a matter of chance, so a published outcome may take a few tries.
  test.each(fast.map((ending): [string, Ending] => [ending.id, ending]))(
    "%s",
    { retry: 4, timeout: 60_000 },
    async (id, { presetOf }) => {
      const { events, record } = await page.run(presetOf?.ending ?? id, presetOf ? String(presetOf.code) : null);
      const close = events.find((event) => event.kind === "close");
      const seen = {
        events: events.map(({ kind }) => kind).filter((kind) => SOCKET_EVENTS.includes(kind)),
        code: close?.code ?? null,
        reason: close?.reason ?? null,
        wasClean: close?.wasClean ?? null,
      };
      const observation = results[id];
      const outcomes: Outcome[] = observation?.variants ?? (observation ? [observation] : []);
      const isPublished = outcomes.some((outcome) =>
        Object.entries(seen).every(([name, value]) => isDeepStrictEqual(outcome[name as keyof Outcome], value)),
      );
      const message = `${engine.name} ${engine.version} was published with ${JSON.stringify(outcomes)}`;
      expect(isPublished, `${message}, and gives ${JSON.stringify(seen)} in ${await page.version()}`).toBe(true);
      expect(record?.state).toBe("ended");
    },
  );
});
