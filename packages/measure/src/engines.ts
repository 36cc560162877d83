import { ENGINE_IDS } from "@wasclean/schema/ids";
import type { Engine } from "./engine.ts";

/** All engines of `data/engines.json`, in that order. An id without a module in `engines/` is an error when this loads. */
export const ENGINES: readonly Engine[] = await Promise.all(
  ENGINE_IDS.map(async (id) => ((await import(`./engines/${id}.ts`)) as { engine: Engine }).engine),
);
