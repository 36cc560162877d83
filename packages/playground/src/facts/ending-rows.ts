import type { Ending } from "@wasclean/schema";
import type { CloseCode } from "../observe/close-codes.ts";
import { endingsTable } from "./endings-table.ts";

/** What the first part knows of an ending; `group` is what its group is called. */
export type EndingRow = Pick<
  Ending,
  "id" | "title" | "connectsTo" | "parameters" | "client" | "subprotocols" | "slow"
> & { group: string };

let group = "";
/** Every ending but the presets, in the order of `data/endings.json`. */
export const endingRows: readonly EndingRow[] = endingsTable.split("\n").flatMap((line) => {
  const [id, title, rest = "{}"] = line.split("|");
  if (title) return { id, group, title, connectsTo: "lab", parameters: [], client: [], ...JSON.parse(rest) };
  group = line;
  return [];
});

const find = (id: string | null | undefined) => endingRows.find((row) => row.id === id);

/** The ending of that id; of a preset, `<id>-<code>`, the one that it is of, and its code. `undefined` where there is none. */
export function findEndingRow(id: string | null): { row: EndingRow; code?: CloseCode } | undefined {
  const row = find(id);
  if (row) return { row };
  const [, base, code] = /^(.+)-(\d{1,5})$/.exec(id ?? "") ?? [];
  const of = find(base);
  return of?.parameters[0] && { row: of, code: Number(code) };
}
