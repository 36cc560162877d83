import type { Ending } from "@wasclean/schema";
import type { CloseCode } from "../observe/close-codes.ts";
import file from "./endings.json" with { type: "json" };

/** The first part's facts about an ending; `group` is its group's title. */
export interface EndingRow
  extends Pick<Ending, "id" | "title" | "connectsTo" | "parameters" | "client" | "subprotocols" | "slow"> {
  group: string;
}

/** The file `endings.json`: the titles of the groups, each with its endings. Presets, and values as in most endings, are left out. */
export type EndingsFile = readonly (readonly [group: string, endings: readonly StoredRow[]])[];

type StoredRow = Pick<EndingRow, "id" | "title"> & Partial<EndingRow>;

/** Every ending but the presets, in the order of the data. */
export const endingRows: readonly EndingRow[] = (file as unknown as EndingsFile).flatMap(([group, endings]) =>
  endings.map((row) => ({ group, connectsTo: "lab", parameters: [], client: [], ...row })),
);

const find = (id: string | null | undefined) => endingRows.find((row) => row.id === id);

/** The ending with an id. A preset's id, `<id>-<code>`, finds the ending it presets, with its code. `undefined` for an unknown id. */
export function findEndingRow(id: string | null): { row: EndingRow; code?: CloseCode } | undefined {
  const row = find(id);
  if (row) return { row };
  const [, base, code] = /^(.+)-(\d{1,5})$/.exec(id ?? "") ?? [];
  const of = find(base);
  return of?.parameters[0] && { row: of, code: Number(code) };
}
