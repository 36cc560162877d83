import type { Rule } from "./rule.ts";

/** A file of endings is named after its group, and the groups' places are 1, 2, 3 and so on. */
export const groupsNumbered: Rule = {
  name: "groups-numbered",
  check: ({ groups }) =>
    groups.flatMap(([file, { group, order }], index) => {
      if (file !== `endings/${group}.json`) {
        const message = `The file holds the group "${group}".`;
        return [{ file, path: ["group"], message, remedy: `Name the file endings/${group}.json.` }];
      }
      if (order === index + 1) return [];
      const message = `The group's place is ${order}, where ${index + 1} is next.`;
      return [{ file, path: ["order"], message, remedy: "Number the groups from 1, without gaps." }];
    }),
};
