import type { SequenceRow } from "./sequence-model.ts";
import { ADVANCE, fitText, wrapText } from "./sequence-text.ts";

/** Attributes of an SVG element. */
export type ShapeAttributes = Record<string, string | number>;

/** An SVG element: its name, its attributes, and its text, which is data and no markup. */
export type Shape = readonly [tag: "path" | "text", attributes: ShapeAttributes, text?: string];

/** The horizontal layout in CSS pixels: the two life lines, and whether times have columns of their own. */
export interface SequenceColumns {
  client: number;
  server: number;
  isWide: boolean;
}

const TITLE = 12;
const SMALL = 11;
const LINE = 15;
/** The space between a life line and the text beside it. */
const GUTTER = 11;
/** The first base line of a row. */
const BASE = 17;

/** The width of the columns of times, where there are any. */
export const TIMES = 76;

/** Draws one row, from `y` 0 on: its height and shapes. */
export function drawRow(row: SequenceRow, columns: SequenceColumns): [height: number, shapes: Shape[]] {
  const { by, kind, label, time } = row;
  const { client, server, isWide } = columns;
  const space = server - client - 2 * GUTTER;
  if (by === null) return [36, [text((client + server) / 2, 22, fitText(label[0], space, SMALL), "middle")]];
  if (by === "page") return drawBeside(row, client, client - GUTTER - (isWide ? TIMES : 0), isWide ? 0 : -1);
  const aside = isWide ? server + GUTTER : -1;
  if (kind === "said" || kind === "timeout") return drawBeside(row, server, space, aside);
  const isOut = by === "client";
  const x = isOut ? client + GUTTER : server - GUTTER;
  const anchor = isOut ? "start" : "end";
  const [title, lines] = label;
  const end = isWide || !time ? "" : `${lines.length > 0 ? " · " : ""}${time}`;
  const below = fitText(lines.join(), space - end.length * SMALL * ADVANCE, SMALL) + end;
  const shapes = [
    text(x, 14, fitText(title, space, TITLE), anchor, TITLE),
    ...arrow(kind, isOut ? client : server, isOut ? server : client),
    text(x, 35, below, anchor),
  ];
  if (isWide) shapes.push(text(aside, 25, time));
  return [below ? 46 : 34, shapes];
}

/** Draws a row of one life line: lines of text on its left, the time at `aside`, or below where that is negative. */
function drawBeside(
  { by, kind, label, time }: SequenceRow,
  line: number,
  space: number,
  aside: number,
): ReturnType<typeof drawRow> {
  const x = line - GUTTER;
  const [title, below] = label;
  const isTold = by === "page";
  const first = isTold ? [fitText(title, space, TITLE)] : wrapText(title, space, SMALL);
  const lines = [...first, ...below.map((words) => fitText(words, space, SMALL)), ...(aside < 0 && time ? [time] : [])];
  const shapes = lines.map((words, index) =>
    text(x, BASE + LINE * index, words, "end", isTold && !index ? TITLE : SMALL),
  );
  if (aside >= 0) shapes.push(text(aside, BASE, time));
  // A cross marks a failure, a ring an act of the page, a dot an event it got.
  const isCall = /start|abort|called/.test(kind);
  const mark = /error|exception/.test(kind)
    ? path("cross", `M${line - 3.5} 9l8 8m0 -8l-8 8`)
    : isTold
      ? path(isCall ? "ring" : "dot", `M${line - 3} 13a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z`)
      : path("ring", `M${line - 3} 9.5h7v7h-7z`);
  return [lines.length * LINE + 11, [...shapes, mark]];
}

/** The space before the life line, and the dashes, of arrows that are not ordinary. Kinds may be unknown ones, and have any name. */
const spaces = new Map([
  ["fin", 6],
  ["rst", 10],
]);
const dashed = new Map([
  ["rst", "6 4"],
  ["bytes", "1 3"],
]);

/** FIN ends at a bar, RST is dashed and ends in a cross, bytes that are no frame are dotted. */
function arrow(kind: string, from: number, to: number): Shape[] {
  const s = Math.sign(to - from);
  const tip = to - s * (spaces.get(kind) ?? 1);
  const shaft = path("shaft", `M${from} 21.5H${tip}`, dashed.get(kind));
  const head = `M${tip - s * 7} 17.5L${tip} 21.5L${tip - s * 7} 25.5`;
  const bar = kind === "fin" ? `M${tip + s} 15.5v12` : "";
  return [shaft, kind === "rst" ? path("cross", `M${tip - 5} 16.5l10 10m0 -10l-10 10`) : path("shaft", head + bar)];
}

/** A text at its base line. */
export function text(x: number, y: number, words: string, anchor = "start", size = SMALL): Shape {
  const attributes = { class: size === SMALL ? "small" : "title", x, y, "text-anchor": anchor, "font-size": size };
  return ["text", { ...attributes, fill: "currentColor" }, words];
}

/** A line; a dot is filled. */
export function path(name: string, d: string, dashes = "none"): Shape {
  return [
    "path",
    {
      class: name,
      d,
      fill: name === "dot" ? "currentColor" : "none",
      stroke: "currentColor",
      "stroke-dasharray": dashes,
    },
  ];
}
