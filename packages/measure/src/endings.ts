import endings from "@wasclean/data/endings.json" with { type: "json" };
import type { Ending } from "@wasclean/schema";

const all = endings as unknown as readonly Ending[];
const withPresets = new Set(all.map(({ presetOf }) => presetOf?.ending));

/** The endings that are measured: all but those that stand for several of which each is measured by itself. */
export const MEASURED_ENDINGS = all.filter(({ id }) => !withPresets.has(id));
