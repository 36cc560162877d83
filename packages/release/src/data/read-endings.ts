import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

interface EndingGroup {
  group: string;
  order: number;
  endings: { id: string }[];
}

/** The content of the published `endings.json`: the endings of all groups in their order, each with its group. */
export function readEndings(data: string): { id: string; group: string }[] {
  const files = globSync("endings/*.json", { cwd: data });
  const groups = files.map((file): EndingGroup => JSON.parse(readFileSync(join(data, file), "utf8")));
  return groups
    .toSorted((a, b) => a.order - b.order)
    .flatMap(({ group, endings }) => endings.map(({ id, ...rest }) => ({ id, group, ...rest })));
}
