import type { EndingGroupTitle } from "@wasclean/data/to-endings";
import type { Ending } from "@wasclean/schema";
import type { EndingsFile } from "../../../playground/src/facts/ending-rows.ts";

/**
 * The first part's facts about every ending that is not a preset.
 * @throws {Error} where a preset is not named after its ending and its code.
 */
export function toEndingsFile(endings: readonly Ending[], groups: readonly EndingGroupTitle[]): EndingsFile {
  return groups.map(({ group, title }) => [
    title,
    endings.filter((ending) => ending.group === group && !isPreset(ending)).map(toRow),
  ]);
}

function toRow({ id, title, connectsTo, parameters, client, subprotocols, slow }: Ending) {
  return {
    id,
    title,
    ...(connectsTo !== "lab" && { connectsTo }),
    ...(parameters.length > 0 && { parameters }),
    ...(client.length > 0 && { client }),
    ...(subprotocols && { subprotocols }),
    ...(slow && { slow }),
  };
}

/** Presets are left out because `findEndingRow()` reads their ending and code out of their id. */
function isPreset({ id, presetOf }: Ending): boolean {
  if (presetOf !== undefined && id !== `${presetOf.ending}-${presetOf.code}`) {
    throw new Error(
      `The preset ${id} must be called ${presetOf.ending}-${presetOf.code}, after its ending and its code.`,
    );
  }
  return presetOf !== undefined;
}
