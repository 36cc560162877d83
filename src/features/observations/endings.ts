import { ENDING_GROUPS, ENDINGS } from "@wasclean/data/load";
import type { Ending } from "@wasclean/schema";
import { toHref } from "../../components/to-href.ts";

/** Every ending, in the order of the data. */
export const endings = ENDINGS;

/** A group of endings. */
export interface EndingGroup {
  id: Ending["group"];
  title: string;
  endings: readonly Ending[];
}

/** The groups in order. */
export const endingGroups: readonly EndingGroup[] = ENDING_GROUPS.map(({ group: id, title }) => ({
  id,
  title,
  endings: endings.filter(({ group }) => group === id),
}));

/** The address of an ending's page, or of an engine's row on it. */
export function toEndingPath(id: string, engine?: string): string {
  return toHref(`endings/${id}/${engine === undefined ? "" : `#${engine}`}`);
}

/** The endings before and after one in its group. */
export function neighboursOf({ id, group }: Ending): { previous: Ending | undefined; next: Ending | undefined } {
  const members = endings.filter((ending) => ending.group === group);
  const index = members.findIndex((ending) => ending.id === id);
  return { previous: members[index - 1], next: members[index + 1] };
}

/** Whether an ending is measured through presets, one per code, and so has no observations itself. */
export function isMeasuredByCode({ id }: Ending): boolean {
  return endings.some(({ presetOf }) => presetOf?.ending === id);
}
