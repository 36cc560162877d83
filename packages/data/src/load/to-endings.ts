import type { Ending, EndingGroup } from "@wasclean/schema";

/** A group of endings: its id and its title. */
export type EndingGroupTitle = Pick<EndingGroup, "group" | "title">;

/** The endings of several group files as one list, each with its group. TypeScript widens the literals of JSON files, hence the casts. */
export function toEndings(files: readonly object[]): readonly Ending[] {
  return (files as readonly EndingGroup[]).flatMap(({ group, endings }) =>
    endings.map(({ id, ...rest }) => ({ id, group, ...rest })),
  );
}

/** The ids and titles of groups. */
export function toGroups(files: readonly object[]): readonly EndingGroupTitle[] {
  return (files as readonly EndingGroup[]).map(({ group, title }) => ({ group, title }));
}
