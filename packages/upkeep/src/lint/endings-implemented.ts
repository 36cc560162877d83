import { ENDINGS_FILE } from "./data-set.ts";
import type { Rule } from "./rule.ts";

/** An ending's group is one that the lab has a module for, so that the ending can be made to happen; ids are there once. */
export const endingsImplemented: Rule = {
  name: "endings-implemented",
  check: ({ endings, implementationGroups }) =>
    endings.flatMap(({ id, group }, index) => {
      const file = ENDINGS_FILE;
      if (!implementationGroups.includes(group)) {
        const message = `"${id}" is in the group "${group}", which the lab has no module for.`;
        return [{ file, path: [index, "group"], message, remedy: `Add packages/lab/src/endings/groups/${group}.ts.` }];
      }
      if (endings.findIndex((other) => other.id === id) === index) return [];
      return [{ file, path: [index, "id"], message: `"${id}" is there twice.`, remedy: "Give it an id of its own." }];
    }),
};
