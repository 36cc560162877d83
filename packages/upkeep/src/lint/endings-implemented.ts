import { ENDINGS_FILE } from "./data-set.ts";
import type { Rule } from "./rule.ts";

/** The lab has a module for every ending's group; every id is unique. */
export const endingsImplemented: Rule = {
  name: "endings-implemented",
  check: ({ endings, implementationGroups }) =>
    endings.flatMap(({ id, group }, index) => {
      const file = ENDINGS_FILE;
      if (!implementationGroups.includes(group)) {
        const message = `"${id}" is in the group "${group}", for which the lab has no module.`;
        return [{ file, path: [index, "group"], message, remedy: `Add packages/lab/src/endings/groups/${group}.ts.` }];
      }
      if (endings.findIndex((other) => other.id === id) === index) return [];
      return [
        { file, path: [index, "id"], message: `The id "${id}" is used twice.`, remedy: "Give it an id of its own." },
      ];
    }),
};
