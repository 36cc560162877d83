import type { Ending } from "@wasclean/schema";
import { groupNames } from "./group-names.ts";

/** A backslash, a backquote or `${` would not stand for itself in the template literal. */
const UNFIT = /[`\\|\n]|\$\{/;

/** The text of `src/endings-table.ts`: a line for each group with its name, and below it one for each ending that is no preset: id, title, and what is not as usual as JSON. */
export function endingsTable(endings: readonly Ending[]): string {
  const groups = Map.groupBy(endings, ({ group }) => group);
  const lines = [...groups].flatMap(([group, members]) => [
    groupNames[group],
    ...members.filter(isNoPreset).map(lineOf),
  ]);
  return [
    "// Written by packages/upkeep/src/playground/generate-endings-table.ts out of data/endings.json.",
    "",
    "/** What the first part needs of each ending; `ending-rows.ts` reads it. */",
    `export const endingsTable = \`${lines.join("\n")}\`;`,
    "",
  ].join("\n");
}

function lineOf({ id, title, connectsTo, parameters, client, subprotocols, slow }: Ending): string {
  const rest = {
    connectsTo: connectsTo === "lab" ? undefined : connectsTo,
    parameters: parameters.length > 0 ? parameters : undefined,
    client: client.length > 0 ? client : undefined,
    subprotocols,
    slow,
  };
  const json = JSON.stringify(rest);
  const fields = json === "{}" ? [id, title] : [id, title, json];
  const unfit = fields.find((field) => UNFIT.test(field));
  if (unfit !== undefined) throw new Error(`${unfit} cannot stand in the table: it has one of \` \\ | \${ in it.`);
  return fields.join("|");
}

/** `findEndingRow()` reads a preset's ending and code out of its id. */
function isNoPreset({ id, presetOf }: Ending): boolean {
  if (presetOf !== undefined && id !== `${presetOf.ending}-${presetOf.code}`) {
    throw new Error(`The preset ${id} has to be called after its ending and its code.`);
  }
  return presetOf === undefined;
}

/** The codes that have an ending of their own, by the ending that it is a preset of. */
export function presetCodesOf(endings: readonly Ending[]): Record<string, number[]> {
  const codes: Record<string, number[]> = {};
  for (const { presetOf } of endings) {
    if (presetOf) codes[presetOf.ending] = [...(codes[presetOf.ending] ?? []), presetOf.code];
  }
  return codes;
}

/** The text of `src/details/preset-codes.ts`, but for blanks. */
export function presetCodes(endings: readonly Ending[]): string {
  return [
    "// Written by packages/upkeep/src/playground/generate-endings-table.ts out of data/endings.json.",
    "",
    "/** The codes that have an ending of their own, `<id>-<code>`, by the ending that it is a preset of. */",
    `export const presetCodes: Readonly<Record<string, readonly number[]>> = ${JSON.stringify(presetCodesOf(endings))};`,
    "",
  ].join("\n");
}
