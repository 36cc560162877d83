import type { SequenceRow } from "./sequence-model.ts";
import { drawRow, path, type SequenceColumns, type Shape, TIMES, text } from "./sequence-shapes.ts";

/** One row in its place. */
export interface LaidRow {
  key: string;
  /** Its top, in CSS pixels. */
  y: number;
  /** Its CSS classes, which name its kind. */
  name: string;
  /** The full description: time, side, event. All are empty for head and tail. */
  words: readonly [time: string, by: string, words: string];
  /** The shapes, in coordinates relative to `y`. */
  shapes: Shape[];
}

/** A whole diagram, in CSS pixels. */
export interface SequenceLayout {
  width: number;
  height: number;
  rows: LaidRow[];
}

const HEAD = 28;
const TAIL = 14;
const senders = { page: "page", client: "client →", server: "← server" };

/** Lays a diagram out in a width in CSS pixels, which is kept between 240 and 900. `isOver`: nothing more is to come. */
export function layOut(rows: readonly SequenceRow[], wanted: number, isOver = true): SequenceLayout {
  const width = Math.round(Math.min(900, Math.max(240, wanted)));
  // Wide, each side has a column for its times, because each has its own clock; narrow, they stand below.
  const isWide = width >= 560;
  const client = Math.round(Math.max(108, width * 0.34));
  const server = width - (isWide ? TIMES : 8);
  const columns: SequenceColumns = { client, server, isWide };
  const isWireSeen = rows.some(({ by, kind }) => by === "client" || (by === "server" && kind !== "said"));
  const laid: LaidRow[] = [];
  let y = 0;
  const put = (key: string, name: string, height: number, shapes: Shape[], isBroken: boolean, words = ["", "", ""]) => {
    const from = name === "head" ? HEAD - 10 : 0;
    const lives = [client, server].map((x) =>
      path("life", `M${x}.5 ${from}V${height}`, isBroken || (x === server && !isWireSeen) ? "2 4" : "none"),
    );
    laid.push({ key, name, y, words: words as unknown as LaidRow["words"], shapes: [...lives, ...shapes] });
    y += height;
  };
  put(
    "head",
    "head",
    HEAD,
    [
      text(0, 12, "Page"),
      text(client, 12, "Client", "middle"),
      text(isWide ? server : width, 12, "Server", isWide ? "middle" : "end"),
    ],
    false,
  );
  for (const row of rows) {
    const { key, by, kind, label, time, isClose } = row;
    const name = `row ${kind}${isClose ? " is-close" : ""}`;
    put(key, name, ...drawRow(row, columns), by === null, [time, by === null ? "" : senders[by], label[2]]);
  }
  const ends = path("life", `M${client - 5} ${TAIL}h11M${server - 5} ${TAIL}h11`);
  put("tail", "tail", TAIL, isOver ? [ends] : [], !isOver);
  return { width, height: y + 1, rows: laid };
}
