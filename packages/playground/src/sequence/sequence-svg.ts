import { type LaidRow, layOut } from "./sequence-layout.ts";
import type { SequenceRow } from "./sequence-model.ts";
import type { ShapeAttributes } from "./sequence-shapes.ts";

/** The title and the description of a diagram. */
export const SEQUENCE_WORDS = [
  ["title", "Sequence diagram of the connection"],
  ["desc", "Two life lines from top to bottom: client and server. Left of them what the page did and saw."],
] as const;

/** A diagram as SVG text, for prerendered pages. `sequenceStyles` apply to it, but are optional. All its text is escaped. */
export function toSvgText(rows: readonly SequenceRow[], { width }: { width: number }): string {
  const layout = layOut(rows, width);
  const words = SEQUENCE_WORDS.map(([tag, text]) => markup(tag, {}, escaped(text)));
  return markup("svg", svgAttributes(layout), [...words, ...layout.rows.map(rowText)].join(""));
}

/** The attributes of the root, for both renderers. */
export function svgAttributes({ width, height }: { width: number; height: number }): ShapeAttributes {
  return {
    class: "sequence-diagram",
    role: "img",
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    direction: "ltr",
    "font-family": "monospace",
  };
}

/** The title of a row, shown when it is pointed at. */
export function titleOf({ words }: LaidRow): string {
  return words.filter(Boolean).join(" ");
}

function rowText(row: LaidRow): string {
  const content = row.shapes.map(([tag, attributes, text = ""]) => markup(tag, attributes, escaped(text))).join("");
  const title = titleOf(row) && markup("title", {}, escaped(titleOf(row)));
  return markup("g", { class: row.name, transform: `translate(0 ${row.y})` }, title + content);
}

function markup(tag: string, attributes: ShapeAttributes, content: string): string {
  const pairs = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  return `<${tag}${pairs.join("")}>${content}</${tag}>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
