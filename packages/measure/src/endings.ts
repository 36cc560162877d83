import { ENDINGS } from "@wasclean/data/load";

const withPresets = new Set(ENDINGS.map(({ presetOf }) => presetOf?.ending));

/** The endings that are measured: all but those whose presets are measured instead. */
export const MEASURED_ENDINGS = ENDINGS.filter(({ id }) => !withPresets.has(id));
